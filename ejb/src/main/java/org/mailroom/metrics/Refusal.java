package org.mailroom.metrics;

import java.util.Locale;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.smtp.SmtpReply;

/** Why a client of a mail listener was told no, as its reply says it. */
public enum Refusal {
  /** No session: too many connections, memory, intake paused, the hub stops. */
  CONNECTION(true),
  /** There is no such recipient. */
  RECIPIENT(true),
  /** The hub takes no mail for that domain. */
  RELAYING(true),
  /** The sender may not send to the list, or under this address. */
  SENDER(true),
  /** The mailbox is full. */
  MAILBOX_FULL(true),
  /** Too large, or for too many. */
  SIZE(true),
  /** Content that is not to be passed on, or that loops. */
  CONTENT(true),
  /** No room, or the queue doesn't take it. */
  SHORTAGE(true),
  /** Not logged in, or not with these credentials. */
  LOGIN(false),
  /** Too slow, or silent for too long. */
  TIMEOUT(false),
  /** What SMTP doesn't have, or not here. */
  PROTOCOL(false);

  private static final int NOT_LOGGED_IN = 530;
  private static final int SENDER_REFUSED = 553;

  private final boolean mail;

  Refusal(boolean mail) {
    this.mail = mail;
  }

  /** True when it keeps mail away, and is no mistake in the dialogue. */
  public boolean isOfMail() {
    return mail;
  }

  /** As metrics name it, such as {@code mailbox_full}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a reply of 4yz or 5yz refuses. */
  static Refusal of(SmtpReply reply) {
    return switch (reply.enhanced().map(EnhancedStatusCode::toString).orElse("")) {
      case "5.1.1" -> RECIPIENT;
      case "5.7.1" -> reply.code() == SENDER_REFUSED ? SENDER : RELAYING;
      case "5.7.2" -> SENDER;
      case "4.2.2" -> MAILBOX_FULL;
      case "5.3.4", "4.5.3" -> SIZE;
      case "5.6.0", "5.4.6" -> CONTENT;
      case "4.3.0", "4.3.1" -> SHORTAGE;
      case "4.3.2", "5.5.0" -> reply.code() == 452 ? SHORTAGE : CONNECTION;
      case "4.4.2" -> TIMEOUT;
      case "4.7.0" -> reply.code() == 454 ? LOGIN : CONNECTION;
      case "5.7.8", "5.7.11" -> LOGIN;
      case "5.7.0" -> reply.code() == NOT_LOGGED_IN ? LOGIN : PROTOCOL;
      default -> PROTOCOL;
    };
  }
}
