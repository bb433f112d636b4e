package org.mailroom.settlement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.notification.DsnAction;
import org.mailroom.notification.DsnComposer;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsParser;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;

/** What is told of recipients that stand for others (RFC 3461, 5.2.7). */
class SettlementTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final Diagnosis DONE =
      Diagnosis.ofHub("store", EnhancedStatusCode.of("2.1.5"), "Sent on");

  private final Settlement settlement;

  SettlementTest(@TempDir Path folder) throws Exception {
    Settings settings = SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.corp.test"));
    settlement =
        new Settlement(
            settings,
            new DsnComposer(
                settings,
                new SmartHostRouter(new Host("192.0.2.9", 25)),
                new Spool(folder, 100_000),
                new QueueIdSource(CLOCK),
                CLOCK),
            new MailAges(CLOCK, () -> 0),
            CLOCK,
            new Random(1));
  }

  @Test
  void thePartsOfAnAliasAndItsDsnArePublishedTogether() throws Exception {
    EnvelopeRecipient alias = to("SUCCESS");
    Settled settled = settle("eve@away.test", alias, new Expanded(alias, DONE));

    assertThat(settled.publication().entries())
        .extracting(Publication.Entry::state)
        .containsExactly(Publication.State.READY, Publication.State.DELIVERY);
    QueuedMail dsn = settled.publication().entries().get(0).mail();
    assertThat(dsn.envelope().recipients().get(0).path()).hasToString("eve@away.test");
    assertThat(text(dsn))
        .contains(
            "Final-Recipient: rfc822;team@corp.test\r\nAction: expanded\r\nStatus: 2.1.5\r\n");
    assertThat(settled.publication().entries().get(1).mail().part()).hasToString("1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "eve@away.test, SUCCESS, true, EXPANDED",
    "eve@away.test, 'SUCCESS,FAILURE', true, EXPANDED",
    "eve@away.test, SUCCESS, false, DELIVERED",
    "eve@away.test, 'FAILURE,DELAY', true,",
    "eve@away.test, NEVER, true,",
    "eve@away.test,, true,",
    "'', SUCCESS, true,",
  })
  void onlyWhoAskedForSuccessIsTold(String from, String notify, boolean alias, DsnAction told) {
    EnvelopeRecipient recipient = to(notify);
    RecipientOutcome outcome =
        alias ? new Expanded(recipient, DONE) : new Delivered(recipient, DONE, false);
    Settled settled = settle(from, recipient, outcome);
    assertThat(settled.dsnAction()).isEqualTo(Optional.ofNullable(told));
    assertThat(settled.dsn().isPresent()).isEqualTo(told != null);
    assertThat(settled.outcomes()).containsExactly(outcome);
  }

  private Settled settle(String from, EnvelopeRecipient recipient, RecipientOutcome outcome) {
    QueuedMail mail =
        QueuedMail.received(
            QueueId.of("01HZY8Q2K3M4N"),
            PartId.of(1),
            Envelope.of(ReversePath.parse(from), List.of(recipient)),
            "local:recipients",
            CLOCK.instant(),
            CLOCK.instant().plus(Duration.ofDays(5)),
            Origin.trusted("192.0.2.1"),
            new InMemoryContent("Subject: x\r\n\r\ny\r\n".getBytes(US_ASCII)));
    List<EnvelopeRecipient> two =
        List.of(
            EnvelopeRecipient.of(ForwardPath.parse("ann@corp.test")),
            EnvelopeRecipient.of(ForwardPath.parse("bob@corp.test")));
    Share share = new Share("local:mailboxes", mail.envelope().reversePath(), true, two);
    return settlement.settle(mail, new Split(List.of(share), List.of(outcome)));
  }

  private static EnvelopeRecipient to(String notify) {
    return new EnvelopeRecipient(
        ForwardPath.parse("team@corp.test"),
        Optional.ofNullable(notify).map(Notify::parse),
        Optional.empty());
  }

  private static String text(QueuedMail mail) throws Exception {
    try (InputStream in = mail.content().open()) {
      return new String(in.readAllBytes(), US_ASCII);
    }
  }
}
