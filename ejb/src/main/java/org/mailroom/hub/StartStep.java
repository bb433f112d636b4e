package org.mailroom.hub;

/**
 * Something that has to be done before mail may move. Every bean of this type is called once at
 * each start of the application, on one thread; consumers and listeners wait until all have
 * returned.
 */
public interface StartStep {

  /** When a step has its turn. Steps of the same moment come in no order. */
  enum Moment {
    /** Before the queue is read: whether the server is set up so that mail is safe. */
    BEFORE_SCAN,
    /** When all parts are in the index: what the queue needs to know of them. */
    AFTER_SCAN
  }

  /** When it has its turn. */
  Moment moment();

  /**
   * Does it.
   *
   * @throws StartRefusedException when mail must not move; any other exception has the same effect
   */
  void run() throws StartRefusedException;
}
