package org.mailroom.imap.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.LiteralSource;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;

/** Reads and runs what a client says. */
final class Searching {

  /** An hour after the message came. */
  static final Instant NOW = TestMessage.CAME.plus(Duration.ofHours(1));

  /** Message n has UID 10 n; there are 20, and the last search found 30 and 40. */
  static final MessageNumbers NUMBERS =
      new MessageNumbers() {
        @Override
        public NumberSet uids(SequenceSet messageNumbers) {
          NumberSet.Builder uids = new NumberSet.Builder();
          messageNumbers.resolve(20, NumberSet.NONE).forEach(n -> uids.add(n * 10));
          return uids.build();
        }

        @Override
        public NumberSet named(SequenceSet uids) {
          return uids.resolve(200, NumberSet.of(30, 40));
        }
      };

  private Searching() {}

  static SearchProgram read(String keys) throws IOException, ImapSyntaxException {
    return read(keys, StandardCharsets.UTF_8);
  }

  static SearchProgram read(String keys, Charset charset) throws IOException, ImapSyntaxException {
    Arguments arguments = arguments(keys, charset);
    SearchProgram program = SearchProgram.read(arguments, charset);
    arguments.end();
    return program;
  }

  /** Arguments whose literals, if any, are behind their announcements. */
  static Arguments arguments(String text, Charset charset) {
    String octets = new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    int end = octets.indexOf("\r\n");
    return new Arguments(
        end < 0 ? octets : octets.substring(0, end),
        new Literals(end < 0 ? "" : octets.substring(end + 2)));
  }

  static boolean finds(String keys, TestMessage message) throws IOException, ImapSyntaxException {
    return read(keys).in(NumberSet.range(1, 300), NUMBERS, NOW).matches(message);
  }

  private static final class Literals implements LiteralSource {

    private String rest;

    Literals(String rest) {
      this.rest = rest;
    }

    @Override
    public InputStream open(long size, boolean waits) {
      String literal = rest.substring(0, (int) size);
      rest = rest.substring((int) size);
      return new ByteArrayInputStream(literal.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String nextLine() {
      int end = rest.indexOf("\r\n");
      String line = end < 0 ? rest : rest.substring(0, end);
      rest = end < 0 ? "" : rest.substring(end + 2);
      return line;
    }

    @Override
    public int literalLimit() {
      return 65_536;
    }
  }
}
