package org.mailroom.smtp.client;

import java.util.Optional;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.smtp.SmtpReply;

/** What the next hop answered, for one recipient. It says what happened, not what it means. */
public sealed interface Report {

  /** The next hop has replied, and the reply makes sense. */
  sealed interface Answered extends Report {

    /** What it was a reply to. */
    Stage stage();

    /** The reply itself. */
    SmtpReply reply();

    /** The reply code, 200 to 599. */
    default int code() {
      return reply().code();
    }

    /** True for 5yz. */
    default boolean isPermanent() {
      return reply().isPermanent();
    }

    /** The enhanced status code of the reply, empty when it has none of its own class. */
    default Optional<EnhancedStatusCode> status() {
      return reply().enhanced();
    }

    /** The whole reply in one line. */
    default String text() {
      return reply().toText();
    }
  }

  /**
   * The next hop has taken the mail for this recipient.
   *
   * @param reply to the final dot
   * @param dsnPassedOn true when the next hop offers DSN and so was told what the sender asked for
   */
  record Accepted(SmtpReply reply, boolean dsnPassedOn) implements Answered {
    @Override
    public Stage stage() {
      return Stage.DOT;
    }
  }

  /**
   * The next hop said no.
   *
   * @param stage what it said no to
   * @param reply 4yz or 5yz; after 421 the connection is gone
   */
  record Refused(Stage stage, SmtpReply reply) implements Answered {}

  /**
   * No reply, or none that makes sense: no connection, a timeout, a connection lost, nonsense.
   *
   * @param stage what was not answered
   * @param detail why, in one line without control characters
   */
  record NoAnswer(Stage stage, String detail) implements Report {}

  /**
   * The next hop doesn't offer what the mail needs, or the mail can't be sent as it is. Nothing of
   * it was sent for this recipient.
   *
   * @param status of class 5
   * @param text why, in one line
   */
  record Unsuitable(EnhancedStatusCode status, String text) implements Report {}
}
