package org.mailroom.operation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

/** What an operation does to one part. For any number of threads. */
@FunctionalInterface
interface PartOperation {

  /** The states of the parts that it changes: usually all. */
  default Set<QueueState> from() {
    return EnumSet.allOf(QueueState.class);
  }

  /** Why the part is left as it is; empty when it is not. */
  default Optional<String> skips(QueueEntry part) {
    if (!part.isReadable()) {
      return Optional.of(SkipReason.NO_MAIL.words());
    }
    if (from().contains(part.state())) {
      return Optional.empty();
    }
    SkipReason reason =
        switch (part.state()) {
          case READY -> SkipReason.READY;
          case IN_FLIGHT -> SkipReason.IN_ATTEMPT;
          case DEFERRED -> SkipReason.WAITING;
          case DELIVERY -> SkipReason.DELIVERY;
          case HELD -> SkipReason.HELD;
          case DEAD -> SkipReason.DEAD;
        };
    return Optional.of(reason.words());
  }

  /** What is published in place of the part, which stood in a state. */
  Publication make(QueuedMail mail, QueueState stood) throws QueueException;

  /** False when the change can't be made any more once the job has ended. */
  default boolean outlivesItsJob() {
    return true;
  }

  /** That is in the queue. */
  default void made(QueuedMail mail) {}
}
