package org.mailroom.operation;

import java.util.Optional;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

/** What an operation does to one part. For any number of threads. */
interface PartOperation {

  /** Why the part is left as it is; empty when it is not. */
  Optional<String> skips(QueueEntry part);

  /** What is published in place of the part, which stood in a state. */
  Publication make(QueuedMail mail, QueueState stood) throws QueueException;

  /** That is in the queue. */
  default void made(QueuedMail mail) {}
}
