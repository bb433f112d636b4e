package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;

/** A command that was read; its class says what its grammar is. */
interface Command {

  /**
   * Whether it may proceed; changes nothing.
   *
   * @return empty when it may, else the refusal
   * @throws IOException when the connection breaks
   */
  Optional<SmtpReply> check(SmtpServerSession session) throws IOException;

  /**
   * Does what the client asked for, and answers.
   *
   * @throws IOException when the connection breaks
   */
  void proceed(SmtpServerSession session) throws IOException;

  /**
   * Answers with the refusal of {@link #check}.
   *
   * @throws IOException when the connection breaks
   */
  default void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    session.refuse(reply);
  }

  /** True for a command that brings a mail no further. */
  default boolean isIdle() {
    return false;
  }
}
