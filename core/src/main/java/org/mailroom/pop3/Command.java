package org.mailroom.pop3;

import java.io.IOException;

/** A command that was read; its class says what its grammar is. */
interface Command {

  /** In which states of a session it may come (RFC 1939, 3). */
  enum When {
    /** Before a login. */
    AUTHORIZATION,
    /** After it. */
    TRANSACTION,
    /** In both. */
    ALWAYS
  }

  /** When it may come. */
  When when();

  /**
   * Does what the client asked for, and answers.
   *
   * @throws IOException when the connection breaks
   */
  void proceed(Pop3Session session) throws IOException;
}
