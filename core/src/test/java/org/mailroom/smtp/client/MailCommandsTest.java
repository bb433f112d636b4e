package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.Unsuitable;

class MailCommandsTest {

  private static final String ASCII = "Subject: Hi\r\n\r\nHi\r\n";
  private static final String EIGHT_BIT = "Subject: Hi\r\n\r\nGrüezi\r\n";
  private static final String EIGHT_BIT_HEADER = "Subject: 午饭\r\n\r\nHi\r\n";

  @Test
  void withoutExtensionsThereAreNoParameters() throws Exception {
    MailCommands commands = commands(asked(), ASCII);

    assertThat(commands.mail()).isEqualTo("MAIL FROM:<ann@corp.test>");
    assertThat(commands.rcpt(asked().recipients().get(0))).isEqualTo("RCPT TO:<bob@far.test>");
  }

  @Test
  void whatWasAskedForIsPassedOnWhereItIsOffered() throws Exception {
    MailCommands commands = commands(asked(), ASCII, "SIZE", "8BITMIME", "DSN", "SMTPUTF8");

    assertThat(commands.mail())
        .isEqualTo("MAIL FROM:<ann@corp.test> SIZE=19 BODY=8BITMIME RET=HDRS ENVID=QQ+2B3+20x");
    assertThat(commands.rcpt(asked().recipients().get(0)))
        .isEqualTo("RCPT TO:<bob@far.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b+2Bo+3Db@far.test");
  }

  @Test
  void anInternationalOriginalRecipientFollowsTheUseOfSmtputf8() throws Exception {
    OriginalRecipient original = new OriginalRecipient("utf-8", "王@far.test");
    EnvelopeRecipient bob = asking("bob@far.test", original);
    EnvelopeRecipient wang = asking("王@far.test", original);

    assertThat(commands(to(bob), ASCII, "DSN", "8BITMIME", "SMTPUTF8").rcpt(bob))
        .isEqualTo("RCPT TO:<bob@far.test> ORCPT=utf-8;\\x{738B}@far.test");
    assertThat(commands(to(wang), ASCII, "DSN", "8BITMIME", "SMTPUTF8").rcpt(wang))
        .isEqualTo("RCPT TO:<王@far.test> ORCPT=utf-8;王@far.test");
  }

  @Test
  void anOriginalRecipientThatIsTooLongInSevenBitsIsLeftOut() throws Exception {
    EnvelopeRecipient bob =
        asking("bob@far.test", new OriginalRecipient("utf-8", "王".repeat(300) + "@far.test"));

    assertThat(commands(to(bob), ASCII, "DSN").rcpt(bob)).isEqualTo("RCPT TO:<bob@far.test>");
  }

  @Test
  void theSizeCountsTheLineEndThatIsAdded() throws Exception {
    assertThat(commands(plain("bob@far.test"), "Subject: Hi", "SIZE 1000").mail())
        .isEqualTo("MAIL FROM:<ann@corp.test> SIZE=13");
  }

  @Test
  void aMailAboveTheSizeLimitIsUnsuitable() throws Exception {
    assertThat(status(commands(plain("bob@far.test"), ASCII, "SIZE 18"))).isEqualTo("5.3.4");
    assertThat(status(commands(plain("bob@far.test"), ASCII, "SIZE 19"))).isEmpty();
    assertThat(status(commands(plain("bob@far.test"), ASCII, "SIZE 0"))).isEmpty();
    assertThat(status(commands(plain("bob@far.test"), ASCII, "SIZE many"))).isEmpty();
  }

  @Test
  void eightBitContentNeeds8bitmimeWhateverWasDeclared() throws Exception {
    assertThat(status(commands(plain("bob@far.test"), EIGHT_BIT))).isEqualTo("5.6.3");
    MailCommands offered = commands(plain("bob@far.test"), EIGHT_BIT, "8BITMIME");
    assertThat(status(offered)).isEmpty();
    assertThat(offered.mail()).isEqualTo("MAIL FROM:<ann@corp.test> BODY=8BITMIME");
  }

  @Test
  void sevenBitContentGoesAnywhereEvenIfDeclaredEightBit() throws Exception {
    assertThat(status(commands(asked(), ASCII))).isEmpty();
  }

  @Test
  void aChineseLocalPartNeedsSmtputf8() throws Exception {
    MailCommands without = commands(plain("王@far.test", "bob@far.test"), ASCII, "8BITMIME");
    assertThat(status(without)).as("the mail as such").isEmpty();
    assertThat(without.unsuitable(recipient("王@far.test")))
        .get()
        .extracting(r -> ((Unsuitable) r).status().toString())
        .isEqualTo("5.6.7");
    assertThat(without.unsuitable(recipient("bob@far.test"))).isEmpty();
    assertThat(without.mail()).doesNotContain("SMTPUTF8");

    MailCommands with = commands(plain("王@far.test"), ASCII, "8BITMIME", "SMTPUTF8");
    assertThat(with.mail()).isEqualTo("MAIL FROM:<ann@corp.test> SMTPUTF8");
    assertThat(with.rcpt(recipient("王@例子.test"))).isEqualTo("RCPT TO:<王@例子.test>");
  }

  @Test
  void aReversePathThatNeedsSmtputf8HoldsTheWholeMailBack() throws Exception {
    Envelope envelope = Mails.envelope("安@corp.test", "bob@far.test");
    assertThat(status(commands(envelope, ASCII, "8BITMIME"))).isEqualTo("5.6.7");
    assertThat(status(commands(envelope, ASCII, "8BITMIME", "SMTPUTF8"))).isEmpty();
  }

  @Test
  void smtputf8WithoutEightBitMimeDoesNotCount() throws Exception {
    Envelope envelope = Mails.envelope("安@corp.test", "bob@far.test");
    assertThat(status(commands(envelope, ASCII, "SMTPUTF8"))).isEqualTo("5.6.7");
  }

  @Test
  void anEightBitHeaderNeedsSmtputf8WhenTheMailCameWithIt() throws Exception {
    Envelope declared =
        new Envelope(
            ReversePath.parse("ann@corp.test"),
            List.of(recipient("bob@far.test")),
            BodyType.EIGHT_BIT_MIME,
            true,
            Optional.empty(),
            Optional.empty());
    assertThat(status(commands(declared, EIGHT_BIT_HEADER, "8BITMIME"))).isEqualTo("5.6.7");
    assertThat(status(commands(declared, EIGHT_BIT, "8BITMIME"))).isEmpty();
    assertThat(commands(declared, EIGHT_BIT_HEADER, "8BITMIME", "SMTPUTF8").mail())
        .endsWith(" SMTPUTF8");
    assertThat(status(commands(plain("bob@far.test"), EIGHT_BIT_HEADER, "8BITMIME"))).isEmpty();
  }

  @Test
  void aChineseDomainGoesAsALabelsWhereSmtputf8IsNotUsed() throws Exception {
    MailCommands commands = commands(plain("bob@例子.test"), ASCII, "8BITMIME", "SMTPUTF8");
    assertThat(commands.mail()).doesNotContain("SMTPUTF8");
    assertThat(commands.rcpt(recipient("bob@例子.test"))).isEqualTo("RCPT TO:<bob@xn--fsqu00a.test>");
  }

  private static Envelope asked() {
    return new Envelope(
        ReversePath.parse("ann@corp.test"),
        List.of(
            new EnvelopeRecipient(
                ForwardPath.parse("bob@far.test"),
                Optional.of(Notify.parse("SUCCESS,DELAY")),
                Optional.of(new OriginalRecipient("rfc822", "b+o=b@far.test")))),
        BodyType.EIGHT_BIT_MIME,
        false,
        Optional.of(Ret.HDRS),
        Optional.of("QQ+3 x"));
  }

  private static EnvelopeRecipient asking(String address, OriginalRecipient original) {
    return new EnvelopeRecipient(
        ForwardPath.parse(address), Optional.empty(), Optional.of(original));
  }

  private static Envelope to(EnvelopeRecipient recipient) {
    return Envelope.of(ReversePath.parse("ann@corp.test"), List.of(recipient));
  }

  private static Envelope plain(String... recipients) {
    return Mails.fromAnnTo(recipients);
  }

  private static EnvelopeRecipient recipient(String address) {
    return EnvelopeRecipient.of(ForwardPath.parse(address));
  }

  private static String status(MailCommands commands) {
    return commands.unsuitable().map(r -> ((Unsuitable) r).status().toString()).orElse("");
  }

  private static MailCommands commands(Envelope envelope, String content, String... extensions)
      throws IOException {
    List<String> lines = new java.util.ArrayList<>(List.of("sink.test"));
    lines.addAll(List.of(extensions));
    Extensions offered = Extensions.of(new SmtpReply(250, Optional.empty(), lines));
    return new MailCommands(offered, envelope, ContentTraits.of(Mails.content(content)));
  }
}
