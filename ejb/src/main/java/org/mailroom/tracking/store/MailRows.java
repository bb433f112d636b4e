package org.mailroom.tracking.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
  private final long id;
  private final long accepted;
  private final String sender;
  private final SearchKey senderKey;
  private final String subject;
  private final Set<String> words;
  private final long bytes;
  private final String client;
  private final String user;
  private final String helo;
  private final String protocol;
  private final OptionalLong parent;
  private final List<Recipient> recipients;
  private int known;
  private boolean hasEvents;

  /** The first of the rows has that number, and each of the others the next one. */
  MailRows(Accepted event, long number) {
    this.number = number;
    this.id = IdNumber.of(event.id());
    this.accepted = event.time().toEpochMilli();
    this.sender = Texts.clean(event.from().toString(), ADDRESS);
    this.senderKey = event.from().address().map(SearchKey::of).orElse(SearchKey.NONE);
    this.subject = Texts.subject(event.subject());
    this.words = SubjectWords.of(subject);
    this.bytes = event.size();
    this.client = Texts.clean(event.client(), 64);
    this.user = Texts.clean(event.user(), ADDRESS);
    this.helo = Texts.clean(event.helo(), NAME);
    this.protocol = Texts.clean(event.protocol(), 40);
    this.parent = TraceRows.idNumber(event.parent());
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

  long id() {
    return id;
  }

  long accepted() {
    return accepted;
  }

  String sender() {
    return sender;
  }

  SearchKey senderKey() {
    return senderKey;
  }

  String subject() {
    return subject;
  }

  Set<String> words() {
    return words;
  }

  long bytes() {
    return bytes;
  }

  String client() {
    return client;
  }

  String user() {
    return user;
  }

  String helo() {
    return helo;
  }

  String protocol() {
    return protocol;
  }

  OptionalLong parent() {
    return parent;
  }

  List<Recipient> recipients() {
    return recipients;
  }
}
