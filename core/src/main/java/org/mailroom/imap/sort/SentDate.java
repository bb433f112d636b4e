package org.mailroom.imap.sort;

import org.mailroom.imap.MessageData;
import org.mailroom.mime.SentTime;

/** When a message was sent: what it says, else when it came (RFC 5256, 2.2). */
public final class SentDate {

  private SentDate() {}

  /** In seconds since 1970, in UTC. */
  public static long of(MessageData message) {
    return message
        .structure()
        .message()
        .field("date")
        .flatMap(SentTime::read)
        .orElseGet(message::internalDate)
        .getEpochSecond();
  }
}
