package org.mailroom.mailbox.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MboxReaderTest {

  private static final String FROM = "From ann@corp.test Sun Nov 29 10:11:12 2026\n";

  private static List<String> read(String mbox) throws IOException {
    MboxReader reader = reader(mbox);
    List<String> messages = new ArrayList<>();
    while (reader.next()) {
      messages.add(message(reader));
    }
    assertThat(reader.next()).isFalse();
    return messages;
  }

  private static MboxReader reader(String mbox) {
    return new MboxReader(new ByteArrayInputStream(mbox.getBytes(ISO_8859_1)));
  }

  private static String message(MboxReader reader) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    reader.copyTo(octets);
    return octets.toString(ISO_8859_1);
  }

  @Test
  void messagesEndBeforeTheEmptyLineThatSeparatesThem() throws IOException {
    assertThat(read(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n\n"))
        .containsExactly("Subject: a\r\n\r\none\r\n", "Subject: b\r\n\r\ntwo\r\n\r\n");
  }

  @Test
  void linesThatEndWithCrlfAreReadAsThoseThatEndWithLf() throws IOException {
    String mbox = FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\n>From me\n\n";
    assertThat(read(mbox.replace("\n", "\r\n"))).isEqualTo(read(mbox));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n"})
  void aFileWithoutLinesHasNoMessages(String mbox) throws IOException {
    assertThat(read(mbox)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Subject: a\n\nb\n", "PK\u0003\u0004", "from x", "From", "\0"})
  void whatDoesNotBeginWithFromIsNoMbox(String mbox) {
    assertThatThrownBy(() -> read(mbox)).isInstanceOf(NotReadableException.class);
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(read(FROM + "Subject: a\n\none")).containsExactly("Subject: a\r\n\r\none\r\n");
    assertThat(read(FROM + "Subject: a")).containsExactly("Subject: a\r\n");
    assertThat(read(FROM.strip())).containsExactly("");
    assertThat(read(FROM)).containsExactly("");
    assertThat(read(FROM + "\n" + FROM + "\n")).containsExactly("", "");
  }

  @Test
  void aFromLineInTheTextIsTextWithoutAnEmptyLineOrADate() throws IOException {
    String text = "From here on it is text\nline\n" + FROM + "end\n\nFrom 10:30 on it is lunch\n";
    assertThat(read(FROM + "Subject: a\n\n" + text + "\n"))
        .containsExactly("Subject: a\r\n\r\n" + text.replace("\n", "\r\n"));
  }

  @Test
  void oneMarkOfQuotedFromLinesIsTakenAway() throws IOException {
    String quoted = ">From x|>>From y|>>>>From z|> From w|>Fromage|>|x >From|";
    String text = "From x|>From y|>>>From z|> From w|>Fromage|>|x >From|";
    assertThat(read(FROM + "Subject: a\n\n" + quoted.replace("|", "\n")))
        .containsExactly("Subject: a\r\n\r\n" + text.replace("|", "\r\n"));
  }

  @Test
  void octetsOfAllKindsStayAsTheyAre() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 256; c++) {
      all.append(c == '\n' ? 'n' : c);
    }
    assertThat(read(FROM + "Subject: a\n\n" + all + "\n"))
        .containsExactly("Subject: a\r\n\r\n" + all + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {8190, 8191, 8192, 8193, 16384, 1_000_000})
  void hugeLinesAreCopiedWhole(int length) throws IOException {
    String line = "x".repeat(length);
    String expected = "Subject: a\r\n\r\n" + line + "\r\nend\r\n";
    assertThat(read(FROM + "Subject: a\n\n" + line + "\nend\n")).containsExactly(expected);
    assertThat(read(FROM + "Subject: a\r\n\r\n" + line + "\r\nend\r\n")).containsExactly(expected);
    assertThat(read(FROM + "Subject: a\n\n" + line))
        .containsExactly("Subject: a\r\n\r\n" + line + "\r\n");
    assertThat(read(FROM + "Subject: a\n\n" + ">".repeat(length) + "From \n").get(0))
        .hasSizeGreaterThan(length);
  }

  @Test
  void aMessageThatIsNotCopiedIsPassedOver() throws IOException {
    MboxReader reader = reader(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\n");
    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(message(reader)).isEqualTo("Subject: b\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "From ann@corp.test Sun Nov 29 10:11:12 2026, 2026-11-29T10:11:12Z",
    "From - Sun Nov  1 10:11:12 2026, 2026-11-01T10:11:12Z",
    "From MAILER-DAEMON Sun Nov 29 10:11 2026, 2026-11-29T10:11:00Z",
    "From 17@xxx Sun Nov 29 10:11:12 +0100 2026, 2026-11-29T09:11:12Z",
    "From ann Sun Nov 29 10:11:12 2026 -0230, 2026-11-29T12:41:12Z",
    "From ann Sun Nov 29 10:11:12 UTC 2026, 2026-11-29T10:11:12Z",
    "'From ann Sun, 29 Nov 2026 10:11:12 +0000', 2026-11-29T10:11:12Z",
    "From ann Sun Nov 31 10:11:12 2026,",
    "From ann Sun Foo 29 10:11:12 2026,",
    "From ann Sun Nov 29 10:11:12 2026 +9900,",
    "From ann,"
  })
  void theFromLineHasTheDate(String line, Instant date) throws IOException {
    MboxReader reader = reader(line + "\n\n");
    assertThat(reader.next()).isTrue();
    assertThat(reader.date()).isEqualTo(Optional.ofNullable(date));
  }

  @ParameterizedTest
  @CsvSource({
    "Status: RO, \\Seen",
    "Status: O, ''",
    "STATUS :R, \\Seen",
    "X-Status: AF, \\Answered \\Flagged",
    "X-Status: DT, \\Deleted \\Draft",
    "'X-Keywords: $Forwarded, work {no}', $Forwarded work",
    "X-Keywords: a|\tb|\tc|X-Other: d|\te, a b c",
    "X-Mozilla-Status: 000b, \\Seen \\Answered \\Deleted",
    "X-Mozilla-Status: no, ''",
    "X-Mozilla-Keys: $label1, $label1",
    "Subject: a||Status: R, ''",
    "Statusx: R, ''"
  })
  void theHeaderHasTheFlags(String header, String flags) throws IOException {
    MboxReader reader = reader(FROM + header.replace('|', '\n') + "\n\nStatus: RO\n");
    assertThat(reader.next()).isTrue();
    reader.copyTo(OutputStream.nullOutputStream());
    assertThat(reader.flags().text()).isEqualTo(flags);
  }

  @Test
  void thousandsOfKeywordsAreFifty() throws IOException {
    StringBuilder keywords = new StringBuilder("X-Keywords:");
    for (int i = 0; i < 1000; i++) {
      keywords.append(" k").append(i);
    }
    MboxReader reader = reader(FROM + keywords + "\n\n");
    assertThat(reader.next()).isTrue();
    reader.copyTo(OutputStream.nullOutputStream());
    assertThat(reader.flags().keywords()).hasSize(50);
  }
}
