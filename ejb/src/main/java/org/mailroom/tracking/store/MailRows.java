package org.mailroom.tracking.store;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.mail.Address;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.tracking.TraceEvent.Accepted;
import org.mailroom.tracking.TraceEvent.Happened;

/** Rows of {@code trace_recipient}: those of a mail, one for each recipient, in their order. */
final class MailRows implements TraceRows {

  /** A recipient, and what became of it; null as long as that is not known. */
  static final class Recipient {

    private final String address;
    private final SearchKey key;
    private Outcome outcome;

    private Recipient(Address address) {
      this.address = address.toString();
      this.key = SearchKey.of(address);
    }

    String text() {
      return Texts.clean(address, ADDRESS);
    }

    SearchKey key() {
      return key;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  private final long number;
  private final MailColumns columns;
  private final List<Recipient> recipients;
  private int known;
  private boolean hasEvents;

  /** The first of the rows has that number, and each of the others the next one. */
  MailRows(Accepted event, long number) {
    this.number = number;
    this.columns = MailColumns.of(event);
    this.recipients = new ArrayList<>(event.recipients().size());
    for (EnvelopeRecipient recipient : event.recipients()) {
      recipients.add(new Recipient(recipient.path().address()));
    }
  }

  /**
   * Keeps an outcome in the row of its recipient, if it is the first there and no other event of
   * this mail stands between.
   */
  boolean takes(Happened event) {
    int nth = hasEvents || !isOutcome(event) ? -1 : waiting(event.recipient());
    if (nth < 0) {
      hasEvents = true;
      return false;
    }
    recipients.get(nth).outcome = Outcome.of(event);
    known++;
    return true;
  }

  private static boolean isOutcome(Happened event) {
    return switch (event.kind()) {
      case DELIVERED, EXPANDED, DEFERRED, FAILED, EXPIRED ->
          event.actor().isEmpty() && event.detail().isEmpty() && event.child().isEmpty();
      default -> false;
    };
  }

  /** The recipient of that address without an outcome, most likely the next one; -1 for none. */
  private int waiting(String address) {
    for (int i = 0; i < recipients.size(); i++) {
      int nth = (known + i) % recipients.size();
      Recipient recipient = recipients.get(nth);
      if (recipient.outcome == null && recipient.address.equals(address)) {
        return nth;
      }
    }
    return -1;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public int events() {
    return 1 + known;
  }

  /** What the rows have in common. */
  MailColumns columns() {
    return columns;
  }

  List<Recipient> recipients() {
    return recipients;
  }
}
