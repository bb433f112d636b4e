package org.mailroom.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

class SearchKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALL                              | Constant[holds=true]
          old                              | Constant[holds=true]
          RECENT                           | Constant[holds=false]
          New                              | Constant[holds=false]
          SEEN                             | Flag[flag=SEEN]
          ANSWERED                         | Flag[flag=ANSWERED]
          DELETED                          | Flag[flag=DELETED]
          DRAFT                            | Flag[flag=DRAFT]
          FLAGGED                          | Flag[flag=FLAGGED]
          UNSEEN                           | Not[key=Flag[flag=SEEN]]
          UNANSWERED                       | Not[key=Flag[flag=ANSWERED]]
          UNDELETED                        | Not[key=Flag[flag=DELETED]]
          UNDRAFT                          | Not[key=Flag[flag=DRAFT]]
          UNFLAGGED                        | Not[key=Flag[flag=FLAGGED]]
          KEYWORD $Junk                    | Keyword[keyword=$Junk]
          UNKEYWORD work                   | Not[key=Keyword[keyword=work]]
          LARGER 10                        | Larger[size=10]
          SMALLER 4294967296               | Smaller[size=4294967296]
          BEFORE 1-Feb-2024                | Came[when=BEFORE, date=2024-02-01]
          ON "01-feb-2024"                 | Came[when=ON, date=2024-02-01]
          SINCE 31-Dec-1999                | Came[when=SINCE, date=1999-12-31]
          SENTBEFORE 1-Feb-2024            | Sent[when=BEFORE, date=2024-02-01]
          SENTON 1-Feb-2024                | Sent[when=ON, date=2024-02-01]
          SENTSINCE 1-Feb-2024             | Sent[when=SINCE, date=2024-02-01]
          YOUNGER 3600                     | Age[younger=true, seconds=3600]
          OLDER 3600                       | Age[younger=false, seconds=3600]
          MODSEQ 620162338                 | Modseq[least=620162338]
          MODSEQ "/flags/\\\\draft" all 62 | Modseq[least=62]
          FROM ann                         | Field[name=from, phrase=ann]
          TO "Ann  B"                      | Field[name=to, phrase=ann b]
          CC x                             | Field[name=cc, phrase=x]
          BCC x                            | Field[name=bcc, phrase=x]
          SUBJECT ""                       | Field[name=subject, phrase=]
          SUBJECT 会议                     | ERROR
          SUBJECT "会议"                   | Field[name=subject, phrase=会议]
          HEADER Message-ID <a@b>          | Field[name=message-id, phrase=<a@b>]
          HEADER X-Spam ""                 | OtherField[name=x-spam, phrase=]
          BODY text                        | Text[phrase=text, alsoHeader=false]
          TEXT text                        | Text[phrase=text, alsoHeader=true]
          TEXT ""                          | Constant[holds=true]
          (SEEN)                           | Flag[flag=SEEN]
          ((SEEN) DRAFT)                   | And[keys=[Flag[flag=SEEN], Flag[flag=DRAFT]]]
          NOT SEEN                         | Not[key=Flag[flag=SEEN]]
          OR SEEN DRAFT                    | Or[keys=[Flag[flag=SEEN], Flag[flag=DRAFT]]]
          OR SEEN OR DRAFT ALL             | Or[keys=[Flag[flag=SEEN], Flag[flag=DRAFT], Constant[holds=true]]]
          BODY a LARGER 1 SEEN             | And[keys=[Flag[flag=SEEN], Larger[size=1], Text[phrase=a, alsoHeader=false]]]
          BOGUS                            | ERROR
          SEEN DRAFT )                     | ERROR
          (SEEN                            | ERROR
          ()                               | ERROR
          NOT                              | ERROR
          OR SEEN                          | ERROR
          FROM                             | ERROR
          KEYWORD \\Seen                   | ERROR
          BEFORE 30-Feb-2024               | ERROR
          BEFORE 2024-02-01                | ERROR
          BEFORE "1-Feb-2024               | ERROR
          LARGER x                         | ERROR
          LARGER -1                        | ERROR
          YOUNGER 0                        | ERROR
          UID x                            | ERROR
          UID 0                            | ERROR
          MODSEQ "/flags/x" most 1         | ERROR
          """)
  void keysAreReadOrRefused(String text, String key) throws Exception {
    String read;
    try {
      read = Searching.read(text).key().toString();
    } catch (ImapSyntaxException e) {
      read = "ERROR";
    }
    assertThat(read).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:3,5", "*", "$", "2:*", "UID 1:3", "UID $", "NOT 1", "OR 1 UID 2"})
  void messagesAreNamedByNumber(String text) throws Exception {
    assertThat(Searching.read(text).key().toString()).contains("Named[set=");
  }

  @ParameterizedTest
  @CsvSource({
    "SEEN UID 1:3 MODSEQ 5, ''",
    "SEEN OR LARGER 3 DRAFT, ''",
    "NOT ON 1-Feb-2024, ''",
    "OR SEEN SENTON 1-Feb-2024, SENT",
    "SUBJECT x SENTON 1-Feb-2024, SENT STRUCTURE",
    "SUBJECT x, STRUCTURE",
    "SEEN (NOT BODY x), OCTETS",
  })
  void aProgramAsksForNoMoreThanItNeeds(String text, String details) throws Exception {
    assertThat(Searching.read(text).wanted().details())
        .extracting(Detail::name)
        .containsExactlyInAnyOrder(details.isEmpty() ? new String[0] : details.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "MODSEQ 5, true",
    "NOT MODSEQ 5, true",
    "OR SEEN (DRAFT MODSEQ 1), true",
    "SEEN, false"
  })
  void aProgramTellsWhetherItAsksForModificationSequences(String text, boolean asks)
      throws Exception {
    assertThat(Searching.read(text).asksModseq()).isEqualTo(asks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "Big5", "UTF-8", "EUC-KR", "UTF-16"})
  void stringsAreInTheCharsetThatWasNamed(String name) throws Exception {
    Charset charset = Charset.forName(name);
    byte[] octets = "中文".getBytes(charset);
    Arguments arguments =
        Searching.arguments(
            "SUBJECT {%d}\r\n%s"
                .formatted(octets.length, new String(octets, StandardCharsets.ISO_8859_1)),
            StandardCharsets.ISO_8859_1);
    assertThat(SearchProgram.read(arguments, charset).key())
        .hasToString("Field[name=subject, phrase=中文]");
  }

  @Test
  void aStringThatIsNotInItsCharsetIsRefused() {
    assertThatThrownBy(
            () ->
                SearchProgram.read(
                    Searching.arguments("SUBJECT \"é\"", StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8))
        .hasMessageContaining("charset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NOT ", "OR SEEN ", "(", "OR (", "OR NOT ", "SEEN ", "(SEEN) ", "BODY x "})
  void keysWithoutEndAreRefused(String piece) {
    String many = piece.repeat(60 * 1024 / piece.length());
    assertThatThrownBy(() -> Searching.read(many + "SEEN"))
        .isInstanceOf(ImapSyntaxException.class)
        .hasMessageContaining("too many");
  }

  @Test
  void thirtyTwoInOneAnotherAreAllowed() throws Exception {
    assertThat(Searching.read("(".repeat(32) + "SEEN" + ")".repeat(32)).key())
        .hasToString("Flag[flag=SEEN]");
    assertThatThrownBy(() -> Searching.read("(".repeat(33) + "SEEN" + ")".repeat(33)))
        .hasMessageContaining("too many");
  }

  @Test
  void aLongRowOfAlternativesIsNotDeep() throws Exception {
    assertThat(Searching.read("OR SEEN ".repeat(400) + "DRAFT").wanted()).isEqualTo(Wanted.NOTHING);
  }
}
