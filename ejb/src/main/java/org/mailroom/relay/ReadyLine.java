package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueuedMail;
import org.mailroom.relay.Admission.Paused;

/**
 * Keeps the line of ready mail short, which all destinations share: a new mail is parked at once
 * when its next hop is paused, and when 500 mails for it, or of its sender, stand in the line of a
 * slow next hop, or of one nobody has tried yet, while others use the hub. So nobody waits behind
 * thousands for a busy destination.
 */
@Singleton
public class ReadyLine {

  private static final int LONG = 500;
  private static final long NEWCOMERS_STEP = Duration.ofMillis(5).toNanos();

  private final DestinationGate gate;
  private final QueueIndex index;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Several senders = new Several();
  private final Line newcomers;

  /** The line in front of the hub's relay consumers. */
  @Inject
  public ReadyLine(DestinationGate gate, QueueIndex index, Clock clock) {
    this(gate, index, clock, System::nanoTime);
  }

  ReadyLine(DestinationGate gate, QueueIndex index, Clock clock, LongSupplier nanoTime) {
    this.gate = gate;
    this.index = index;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.newcomers = new Line(nanoTime.getAsLong());
  }

  /** Adds a new mail to the publication, ready or parked. Costs a few reads of memory. */
  public void join(Publication publication, QueuedMail mail) {
    String hop = gate.hopOf(mail.group()).orElse(mail.group());
    Optional<Duration> parking = parking(hop, mail);
    if (parking.isPresent()) {
      publication.deferred(mail.parked(hop, clock.instant().plus(parking.get())));
    } else {
      publication.ready(mail);
    }
  }

  private Optional<Duration> parking(String hop, QueuedMail mail) {
    String sender = mail.envelope().reversePath().toString();
    long now = nanoTime.getAsLong();
    senders.note(sender, now);
    Optional<Paused> paused = gate.askForNew(hop);
    if (paused.isPresent()) {
      return paused.map(Paused::delay);
    }
    int ofGroup = index.ready(mail.group());
    int ofSender = index.readyOf(sender);
    if (ofGroup < LONG && ofSender < LONG) {
      return Optional.empty();
    }
    boolean others = ofSender >= LONG && senders.at(now);
    if (others && gate.hopOf(mail.group()).isEmpty()) {
      return Optional.of(joinNewcomers(now));
    }
    return gate.placeInLongLine(hop, Math.max(ofGroup, ofSender), others);
  }

  /** Nothing is known of the destination's speed, so the sender's is limited. */
  private Duration joinNewcomers(long now) {
    synchronized (newcomers) {
      return newcomers.join(now, NEWCOMERS_STEP);
    }
  }
}
