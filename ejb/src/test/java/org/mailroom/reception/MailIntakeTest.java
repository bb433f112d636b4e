package org.mailroom.reception;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.broker.Broker;
import org.mailroom.directory.TestDirectory;
import org.mailroom.mail.Address;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.metrics.MailCounters;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.smtp.server.Peer;
import org.mailroom.smtp.server.ReceivedMail;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;
import org.mailroom.tracking.TraceEvent;

/** Mail for people of this hub. */
class MailIntakeTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final Address ANN = Address.parse("ann@home.test");
  private static final Origin SUBMITTED = new Origin("192.0.2.1", Optional.of(ANN), false);

  private final List<Publication> accepted = new ArrayList<>();
  private final TraceBacklog traces = new TraceBacklog(100);
  private boolean queueIsBroken;

  @Test
  void whoSubmittedAMailIsInItsRecordAndInItsTrace() throws SettingsException {
    assertThat(receive()).isInstanceOf(ReceptionOutcome.Accepted.class);

    assertThat(accepted)
        .singleElement()
        .extracting(Publication::entries)
        .satisfies(
            entries -> {
              assertThat(entries).hasSize(1);
              assertThat(entries.get(0).state()).isEqualTo(Publication.State.DELIVERY);
              assertThat(entries.get(0).mail().origin()).isEqualTo(SUBMITTED);
            });
    TraceEvent.Accepted event = (TraceEvent.Accepted) traces.take(100).get(0);
    assertThat(event.user()).isEqualTo("ann@home.test");
    assertThat(event.client()).isEqualTo("192.0.2.1");
  }

  @Test
  void whatTheQueueDoesNotTakeIsAnswered451AndInNoLog() throws SettingsException {
    queueIsBroken = true;
    assertThat(receive())
        .isInstanceOfSatisfying(
            ReceptionOutcome.Refused.class,
            refused -> assertThat(refused.reply().toText()).startsWith("451 4.3.0"));
    assertThat(traces.size()).isZero();
  }

  private ReceptionOutcome receive() throws SettingsException {
    MailIntake intake =
        new MailIntake(
            new RememberingQueue(),
            null,
            new PartSplitter(() -> TestDirectory.withDomains("home.test"), null),
            new MailLog(traces, CLOCK, new MailCounters()),
            SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.home.test")),
            CLOCK);
    ReceivedMail mail =
        new ReceivedMail(
            QueueId.of("01HZY8Q2K3M4N"),
            Envelope.of(
                ReversePath.of(ANN),
                List.of(EnvelopeRecipient.of(ForwardPath.parse("bob@home.test")))),
            new InMemoryContent("Subject: x\r\n\r\ny\r\n".getBytes(US_ASCII)),
            "x",
            new Peer(IpLiteral.parse("192.0.2.1"), Optional.of(ANN)),
            "ws12",
            "ESMTPSA");
    return intake.receive(mail, SUBMITTED);
  }

  private final class RememberingQueue extends MailQueue {

    RememberingQueue() {
      super(CLOCK, new QueueIndex(), new Broker());
    }

    @Override
    public void accept(Publication parts) throws QueueException {
      if (queueIsBroken) {
        throw new QueueException("The broker is gone");
      }
      accepted.add(parts);
    }
  }
}
