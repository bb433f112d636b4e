package org.mailroom.queue;

/** What an operator's operation makes of a part, whoever has the part in hand. */
public interface PartChange {

  /**
   * What is to be published instead of the part; nothing when it leaves the queue.
   *
   * @param mail the part as it would stand in the queue without this change
   * @throws QueueException when the change can't be made; the part stays as it is
   */
  Publication apply(QueuedMail mail) throws QueueException;

  /** The publication is in the queue. */
  void applied(QueuedMail mail);

  /** The part has left the queue by itself before. */
  void tooLate(String key);
}
