package org.mailroom.operation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

/**
 * The mail goes nowhere until somebody releases it, or until the hold ends. A hold of held mail
 * makes its hold longer and never shorter: what one person holds, another doesn't let go by holding
 * more.
 *
 * @param end when it goes on by itself; empty for never
 */
record Hold(Optional<Instant> end) implements PartOperation {

  /** Says why mail goes on that nobody released. */
  static final String OVER = "The hold\u2019s time is over";

  private static final Set<QueueState> FROM = EnumSet.complementOf(EnumSet.of(QueueState.DEAD));

  @Override
  public Set<QueueState> from() {
    return FROM;
  }

  @Override
  public Optional<String> skips(QueueEntry part) {
    return part.state() == QueueState.HELD && !isLonger(part.holdEnd())
        ? Optional.of(SkipReason.HELD.words())
        : PartOperation.super.skips(part);
  }

  private boolean isLonger(long other) {
    return other != 0 && (end.isEmpty() || end.get().toEpochMilli() > other);
  }

  @Override
  public Publication make(QueuedMail mail, QueueState stood) {
    return new Publication().held(mail.heldUntil(end));
  }
}
