package org.mailroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Stage;

/** What the classic command makes of options and a message, before it is sent. */
class SendmailCommandTest {

  private static final Domain HOST = Domain.of("hub.test");
  private static final String MAIL =
      """
      From: Ann <ann@corp.test>
      To: bob@x.test,
       kim@x.test
      Bcc: eve@x.test,
        joe@x.test
      Subject: x

      Hello
      """;

  @Test
  void theHeaderNamesTheRecipientsAndBccGoes() throws Exception {
    Submitted submitted = submit(MAIL, "-t");

    assertThat(submitted.recipients())
        .containsExactly("bob@x.test", "kim@x.test", "eve@x.test", "joe@x.test");
    assertThat(submitted.text)
        .isEqualTo(
            """
            From: Ann <ann@corp.test>
            To: bob@x.test,
             kim@x.test
            Subject: x

            Hello
            """);
  }

  @Test
  void recipientsOfTheCommandLineComeFirstAndNobodyTwice() throws Exception {
    assertThat(submit(MAIL, "-t", "zoe@x.test", "bob@x.test").recipients())
        .containsExactly("zoe@x.test", "bob@x.test", "kim@x.test", "eve@x.test", "joe@x.test");
  }

  @Test
  void withoutTheOptionTheHeaderNamesNobodyAndBccGoesAllTheSame() throws Exception {
    Submitted submitted = submit(MAIL, "zoe@x.test");
    assertThat(submitted.recipients()).containsExactly("zoe@x.test");
    assertThat(submitted.text).doesNotContain("Bcc", "eve@x.test", "joe@x.test");
  }

  @Test
  void aResentMessageGoesToWhomItIsResentTo() throws Exception {
    Submitted submitted =
        submit("To: old@x.test\nResent-To: new@x.test\nResent-Bcc: eve@x.test\n\n.\n", "-t");
    assertThat(submitted.recipients()).containsExactly("new@x.test", "eve@x.test");
    assertThat(submitted.text).doesNotContain("Resent-Bcc");
  }

  @Test
  void namesWithoutADomainAreOfThisMachine() throws Exception {
    Submitted submitted = submit("Subject: cron\n\n.\n", "-f", "daemon", "root");
    assertThat(submitted.recipients()).containsExactly("root@hub.test");
    assertThat(submitted.envelope.reversePath()).hasToString("daemon@hub.test");
  }

  @Test
  void theUserIsTheSenderWhenNobodyElseIs() throws Exception {
    assertThat(submit(MAIL, "bob@x.test").envelope.reversePath())
        .hasToString(System.getProperty("user.name") + "@hub.test");
    assertThat(submit(MAIL, "-f", "", "bob@x.test").envelope.reversePath().isNull()).isTrue();
    assertThat(submit(MAIL, "-f", "<>", "bob@x.test").envelope.reversePath().isNull()).isTrue();
  }

  @Test
  void whatIsMissingIsAddedAndNothingElse() throws Exception {
    MessageFields fields = read("Subject: x\n\nHello\n");
    missing().add(fields, Optional.of("Ann \"A\" Smith"), Optional.of("ann@corp.test"));
    assertThat(text(fields).replaceFirst("<[-0-9a-f]{36}@hub.test>", "<new>"))
        .isEqualTo(
            """
            Date: Tue, 3 Nov 2026 03:00:00 +0000
            Message-ID: <new>
            From: "Ann \\"A\\" Smith" <ann@corp.test>
            Subject: x

            """);

    String whole = "date: x\nMESSAGE-ID: y\nFrom : z\n\n";
    fields = read(whole);
    missing().add(fields, Optional.of("Ann"), Optional.empty());
    assertThat(text(fields)).isEqualTo(whole);
  }

  @Test
  void aNameBeyondAsciiIsEncoded() throws Exception {
    MessageFields fields = read("\n");
    missing().add(fields, Optional.of("王".repeat(20)), Optional.of("wang@x.test"));
    String from = text(fields).lines().filter(line -> line.startsWith("From")).findAny().get();
    assertThat(decoded(from)).isEqualTo("王".repeat(20));
    assertThat(from.split(" ", -1)).allMatch(word -> word.length() <= 75);
  }

  @ParameterizedTest
  @CsvSource({
    "'Subject: x~~Body~', 'Subject: x~~', 'Body~'",
    "'Subject: x~Body~', 'Subject: x~~Body~', ''",
    "'Hello there~', '~Hello there~', ''",
    "'~Body~', '~', 'Body~'",
    "'Subject: x', 'Subject: x~~', ''",
    "'Subject: x~ y', 'Subject: x~ y~~', ''",
    "'From ann Mon Nov 23 01:00:00 2026~Subject: x~~', 'Subject: x~~', ''",
    "' folded first~', '~ folded first~', ''",
    "'', '~', ''"
  })
  void theHeaderEndsWhereItEnds(String message, String header, String rest) throws Exception {
    try (InputStream in = new ByteArrayInputStream(message.replace('~', '\n').getBytes(UTF_8))) {
      assertThat(text(MessageFields.read(in))).isEqualTo(header.replace('~', '\n'));
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(rest.replace('~', '\n'));
    }
  }

  @Test
  void aHugeFirstLineIsTextAndStaysWhole() throws Exception {
    String message = "Subject: " + "x".repeat(300_000) + "\n";
    try (InputStream in = new ByteArrayInputStream(message.getBytes(UTF_8))) {
      String begins = text(MessageFields.read(in));
      assertThat(begins + new String(in.readAllBytes(), UTF_8)).isEqualTo("\n" + message);
    }
  }

  @Test
  void octetsStayAsTheyAre() throws Exception {
    byte[] message = {'X', ':', (byte) 0xE4, (byte) 0xFF, '\r', '\n', '\r', '\n'};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MessageFields.read(new ByteArrayInputStream(message)).writeTo(out);
    assertThat(out.toByteArray())
        .isEqualTo(new byte[] {'X', ':', (byte) 0xE4, (byte) 0xFF, '\n', '\n'});
  }

  @Test
  void aMessageThatNamesNobodyAndWhatIsNoAddressAreDataErrors() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> submit("Subject: x\n\n", "-t"))
        .withMessage("The message names no recipient")
        .matches(e -> e.exitCode() == 65);
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> submit(MAIL, "a b@x.test"))
        .withMessageContaining("is no address")
        .matches(e -> e.exitCode() == 65);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550, 5.1.1, 67",
    "RCPT, 550, 5.7.1, 77",
    "RCPT, 450, 4.2.1, 75",
    "MAIL, 452, 4.3.1, 75",
    "MAIL, 550, 5.1.8, 69",
    "MAIL, 552, 5.3.4, 69",
    "DOT, 550, 5.6.0, 65",
    "DOT, 451, 4.3.0, 75",
  })
  void aRefusalHasAnExitCode(Stage stage, int code, String status, int exit) {
    Report refusal = new Report.Refused(stage, SmtpReply.of(code, status, "No"));
    assertThat(SendmailExit.of(List.of(report(refusal)))).isEqualTo(exit);
  }

  @Test
  void noAnswerIsTemporaryAndAPermanentRefusalSpeaksFirst() {
    RecipientReport lost = report(new Report.NoAnswer(Stage.DOT, "timed out"));
    RecipientReport gone = report(new Report.Refused(Stage.RCPT, SmtpReply.of(550, "5.1.1", "No")));
    assertThat(SendmailExit.of(List.of(lost))).isEqualTo(75);
    assertThat(SendmailExit.of(List.of(lost, gone))).isEqualTo(67);
  }

  private record Submitted(Envelope envelope, String text) {
    List<String> recipients() {
      return envelope.recipients().stream().map(who -> who.path().toString()).toList();
    }
  }

  private static Submitted submit(String message, String... words) throws Exception {
    try (InputStream in = new ByteArrayInputStream(message.getBytes(UTF_8))) {
      MessageFields fields = MessageFields.read(in);
      Envelope envelope =
          SendmailCommand.envelope(SendmailOptions.parse(Arrays.asList(words)), fields, HOST);
      return new Submitted(envelope, text(fields) + new String(in.readAllBytes(), UTF_8));
    }
  }

  private static RecipientReport report(Report report) {
    return new RecipientReport(EnvelopeRecipient.of(ForwardPath.parse("bob@x.test")), report);
  }

  private static MissingFields missing() {
    return new MissingFields(
        HOST, Clock.fixed(Instant.parse("2026-11-03T03:00:00Z"), ZoneOffset.UTC));
  }

  private static MessageFields read(String message) throws IOException {
    return MessageFields.read(new ByteArrayInputStream(message.getBytes(UTF_8)));
  }

  private static String text(MessageFields fields) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.writeTo(out);
    return out.toString(UTF_8);
  }

  /** The encoded words of a From field, decoded one by one. */
  private static String decoded(String from) {
    StringBuilder name = new StringBuilder();
    for (String word : from.split(" ", -1)) {
      if (word.startsWith("=?utf-8?B?") && word.endsWith("?=")) {
        String base64 = word.substring(10, word.length() - 2);
        name.append(new String(java.util.Base64.getDecoder().decode(base64), UTF_8));
      }
    }
    return name.toString();
  }
}
