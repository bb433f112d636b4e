package org.mailroom.smtp.server;

import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.smtp.SmtpReply;

/** Counts what a client does that costs and brings nothing. */
final class Strikes {

  private static final EnhancedStatusCode UNKNOWN_RECIPIENT = EnhancedStatusCode.of("5.1.1");

  private int errors;
  private int idleCommands;
  private int unknownRecipients;
  private int failedLogins;

  /** True for a reply to a command that a correct client doesn't send. */
  static boolean isError(SmtpReply reply) {
    return reply.code() >= 500 && reply.code() <= 504 || reply.code() == 555;
  }

  /** True for a reply that tells which recipients there are not. */
  static boolean isUnknownRecipient(SmtpReply reply) {
    return reply.enhanced().isPresent() && reply.enhanced().get().equals(UNKNOWN_RECIPIENT);
  }

  /** Counts an error, and says whether it is one that costs time. */
  boolean countError(SmtpServerLimits limits) {
    errors++;
    return errors >= limits.errorsBeforeDelay();
  }

  /** Counts an idle command, and says whether it has become an error that costs time. */
  boolean countIdleCommand(SmtpServerLimits limits) {
    idleCommands++;
    return idleCommands > limits.idleCommands() && countError(limits);
  }

  /** Counts an unknown recipient, and says whether it costs time. */
  boolean countUnknownRecipient(SmtpServerLimits limits) {
    unknownRecipients++;
    return unknownRecipients >= limits.unknownRecipients();
  }

  /** Counts a login that failed, and says whether it was one too many. */
  boolean countFailedLogin(SmtpServerLimits limits) {
    failedLogins++;
    return failedLogins >= limits.failedLogins();
  }

  /** A mail was taken: idle commands are counted anew. */
  void countMail() {
    idleCommands = 0;
  }

  /** True when the errors end the session. */
  boolean areEnough(SmtpServerLimits limits) {
    return errors >= limits.errors();
  }
}
