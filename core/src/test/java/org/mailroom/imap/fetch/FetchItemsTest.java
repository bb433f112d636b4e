package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.LiteralSource;

class FetchItemsTest {

  private static final String FAST =
      "FLAGS (\\Seen $Junk) INTERNALDATE \"17-Jul-1996 09:44:25 +0000\" RFC822.SIZE 16";
  private static final String NO_ENVELOPE = "ENVELOPE (NIL \"x\" NIL NIL NIL NIL NIL NIL NIL NIL)";
  private static final String PLAIN =
      "BODY (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 2 1)";

  private final BytesMessage message = BytesMessage.of("Subject: x", "", "hi");

  @Test
  void macrosStandForLists() throws Exception {
    assertThat(message.fetch("FAST")).isEqualTo(FAST);
    assertThat(message.fetch("all")).isEqualTo(FAST + " " + NO_ENVELOPE);
    assertThat(message.fetch("Full")).isEqualTo(FAST + " " + NO_ENVELOPE + " " + PLAIN);
  }

  @Test
  void itemsAreToldInTheOrderInWhichTheyWereAskedForAndOnce() throws Exception {
    assertThat(message.fetch("(rfc822.size UID RFC822.SIZE modseq)"))
        .isEqualTo("RFC822.SIZE 16 UID 4711 MODSEQ (624140003)");
  }

  @Test
  void whatIsAddedComesFirstUnlessItIsThere() throws Exception {
    FetchItems items = BytesMessage.items("(RFC822.SIZE FLAGS)");
    assertThat(message.fetch(items.withFlags().withModseq().withUid()))
        .isEqualTo("UID 4711 MODSEQ (624140003) RFC822.SIZE 16 FLAGS (\\Seen $Junk)");
    assertThat(items.asksModseq()).isFalse();
    assertThat(items.withModseq().asksModseq()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FLAGS, '', false",
    "(UID MODSEQ), '', false",
    "(UID INTERNALDATE), '', false",
    "(RFC822.SIZE FLAGS), '', false",
    "(ENVELOPE FLAGS), ENVELOPE, false",
    "BODYSTRUCTURE, BODY_STRUCTURE, false",
    "BODY, STRUCTURE, false",
    "(ENVELOPE BODY), ENVELOPE STRUCTURE, false",
    "BODY[HEADER.FIELDS (To Subject)], to subject, true",
    "(BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (To)]), BODY_STRUCTURE to, false",
    "BODY.PEEK[HEADER.FIELDS.NOT (To)], OCTETS, false",
    "BODY.PEEK[1.HEADER.FIELDS (To)], OCTETS, false",
    "BODY[], OCTETS, true",
    "BODY.PEEK[], OCTETS, false",
    "RFC822, OCTETS, true",
    "RFC822.TEXT, OCTETS, true",
    "RFC822.HEADER, OCTETS, false",
    "BINARY[1], OCTETS, true",
    "BINARY.PEEK[1], OCTETS, false",
    "BINARY.SIZE[1], OCTETS, false"
  })
  void itemsSayWhatTheyNeedAndWhetherAMessageIsSeen(String line, String wanted, boolean seen)
      throws Exception {
    FetchItems items = BytesMessage.items(line);
    assertThat(
            Stream.concat(
                items.wanted().details().stream().map(Detail::name),
                items.wanted().header().stream()))
        .containsExactlyInAnyOrder(wanted.isEmpty() ? new String[0] : wanted.split(" "));
    assertThat(items.setsSeen()).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "()",
        "(FLAGS",
        "(FLAGS  UID)",
        "(FAST)",
        "FLAGS UID",
        "FLAGZ",
        "FLAGS[]",
        "RFC822[]",
        "BODY.PEEK",
        "BINARY",
        "BINARY.SIZE",
        "BODY[",
        "BODY[0]",
        "BODY[01]",
        "BODY[1.]",
        "BODY[.1]",
        "BODY[1..2]",
        "BODY[.]",
        "BODY[4294967296]",
        "BODY[99999999999]",
        "BODY[MIME]",
        "BODY[TEXT.1]",
        "BODY[1.HEADER.1]",
        "BODY[HEADER (A)]",
        "BODY[HEADER.FIELDS]",
        "BODY[HEADER.FIELDS ()]",
        "BODY[HEADER.FIELDS (A B]",
        "BODY[]<>",
        "BODY[]<0>",
        "BODY[]<0.0>",
        "BODY[]<1.2",
        "BODY[]<-1.2>",
        "BODY[]<99999999999999999999.1>",
        "BINARY[TEXT]",
        "BINARY[1.MIME]",
        "BINARY.SIZE[1]<0.1>"
      })
  void whatTheGrammarDoesNotHaveIsRefused(String line) {
    assertThatThrownBy(() -> BytesMessage.items(line)).isInstanceOf(ImapSyntaxException.class);
  }

  @Test
  void aNameOfAFieldMayBeALiteral() throws Exception {
    Arguments arguments =
        new Arguments("BODY[HEADER.FIELDS (\"To\" {7}", new Literals("Subject", " \"a b\")]"));
    FetchItems items = FetchItems.read(arguments);
    arguments.end();
    assertThat(message.fetch(items))
        .isEqualTo("BODY[HEADER.FIELDS (To Subject \"a b\")] {14}\r\nSubject: x\r\n\r\n");
  }

  private static final class Literals implements LiteralSource {

    private final Deque<String> pieces;

    Literals(String... pieces) {
      this.pieces = new ArrayDeque<>(List.of(pieces));
    }

    @Override
    public InputStream open(long size, boolean waits) {
      return new ByteArrayInputStream(pieces.remove().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String nextLine() {
      return pieces.remove();
    }

    @Override
    public int literalLimit() {
      return 100;
    }
  }
}
