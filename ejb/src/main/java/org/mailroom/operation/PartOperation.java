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
      return Optional.of("no mail: it can be deleted");
    }
    return from().contains(part.state())
        ? Optional.empty()
        : Optional.of(
            switch (part.state()) {
              case READY -> "ready to be sent";
              case IN_FLIGHT -> Tally.IN_ATTEMPT;
              case DEFERRED -> "waiting, not held";
              case DELIVERY -> "ready for a mailbox";
              case HELD -> "held";
              case DEAD -> "dead: retry, export or delete it";
            });
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
