package org.mailroom.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

/** Parts as the index of a queue knows them, without a broker. */
final class QueuedParts {

  final QueueIndex index = new QueueIndex();
  private final StoppedClock clock;
  private final QueueIdSource ids;

  QueuedParts(StoppedClock clock) {
    this.clock = clock;
    this.ids = new QueueIdSource(clock);
  }

  QueuedMail mail(String sender, String group) {
    return mail(ids.next(), sender, group, clock.instant());
  }

  /** A part that waits for a next hop for another hour. */
  QueuedMail waiting(String hop, Duration age) {
    return waiting(hop, age, Duration.ofHours(1));
  }

  /** A part that waits for a next hop until this time has passed. */
  QueuedMail waiting(String hop, Duration age, Duration delay) {
    QueuedMail mail =
        mail(ids.next(), "ann@corp.test", hop, clock.instant().minus(age))
            .parked(hop, clock.instant().plus(delay));
    announce(new Publication().deferred(mail));
    return mail;
  }

  void announce(Publication publication) {
    publication.entries().forEach(this::announce);
  }

  /** A consumer takes it and is done with it. */
  void deliver(QueuedMail mail) {
    index.take(mail);
    index.finish(mail);
  }

  private void announce(Publication.Entry entry) {
    index.take(entry.mail());
    index.giveBack(
        entry.mail(),
        switch (entry.state()) {
          case READY -> QueueState.READY;
          case DELIVERY -> QueueState.DELIVERY;
          case DEFERRED -> QueueState.DEFERRED;
          case HELD -> QueueState.HELD;
          case DEAD -> QueueState.DEAD;
        });
  }

  private static QueuedMail mail(QueueId id, String sender, String group, Instant queued) {
    return QueuedMail.received(
        id,
        PartId.of(1),
        Envelope.of(
            ReversePath.parse(sender),
            List.of(EnvelopeRecipient.of(ForwardPath.parse("bob@" + group)))),
        group,
        queued,
        queued.plus(Duration.ofDays(5)),
        Origin.trusted("192.0.2.1"),
        new InMemoryContent(new byte[] {'x'}));
  }
}
