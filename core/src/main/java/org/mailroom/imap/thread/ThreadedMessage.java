package org.mailroom.imap.thread;

import java.util.Comparator;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.sort.BaseSubject;
import org.mailroom.imap.sort.SentDate;

/**
 * What is kept of a message. In order of the time at which they were sent, and then of their
 * numbers.
 *
 * @param sent seconds since 1970, in UTC
 */
public record ThreadedMessage(long uid, long sent, BaseSubject subject)
    implements Comparable<ThreadedMessage> {

  private static final Comparator<ThreadedMessage> ORDER =
      Comparator.comparingLong(ThreadedMessage::sent).thenComparingLong(ThreadedMessage::uid);

  /** That of a message. */
  public static ThreadedMessage of(MessageData message) {
    String subject = message.structure().message().field("subject").orElse("");
    return new ThreadedMessage(message.uid(), SentDate.of(message), BaseSubject.of(subject));
  }

  @Override
  public int compareTo(ThreadedMessage other) {
    return ORDER.compare(this, other);
  }
}
