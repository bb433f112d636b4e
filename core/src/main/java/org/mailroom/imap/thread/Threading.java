package org.mailroom.imap.thread;

import org.mailroom.imap.MessageData;

/** Makes threads of messages, by one of the algorithms. For one thread of the server. */
public interface Threading {

  /** One more, of a higher number than those before. */
  void add(ThreadedMessage message, MessageIds ids);

  /** One more, of a higher number than those before. */
  default void add(MessageData message) {
    add(ThreadedMessage.of(message), MessageIds.of(message.structure().message()));
  }

  /** The threads of all; none is added any more. */
  Threads threads();
}
