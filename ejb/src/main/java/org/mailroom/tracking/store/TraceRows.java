package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.TraceEvent;
import org.mailroom.tracking.TraceEvent.Accepted;
import org.mailroom.tracking.TraceEvent.Happened;

/** The rows that one event makes. */
record TraceRows(
    Optional<Mail> mail, List<Recipient> recipients, List<Word> words, Optional<Event> event) {

  static final int ADDRESS = 330;
  static final int TEXT = 500;
  static final int NAME = 300;

  /** A row of {@code trace_mail}. */
  record Mail(
      long id,
      Instant accepted,
      String sender,
      String subject,
      long bytes,
      String client,
      String helo,
      String protocol,
      int recipients,
      OptionalLong parent,
      String submitter) {}

  /** A row of {@code trace_recipient}. */
  record Recipient(
      long number,
      long mail,
      Instant accepted,
      String recipient,
      SearchKey senderKey,
      SearchKey recipientKey) {}

  /** A row of {@code trace_word}. */
  record Word(long number, String word, Instant accepted, long mail) {}

  /** A row of {@code trace_event}. */
  record Event(
      long number,
      long mail,
      Instant happened,
      String kind,
      String recipient,
      String recipientKey,
      int attempt,
      String nextHop,
      String remoteMta,
      String stage,
      String status,
      String words,
      boolean isReply,
      String actor,
      String detail,
      OptionalLong child) {}

  /** The rows of an event; each takes the next of the numbers. */
  static TraceRows of(TraceEvent event, LongSupplier numbers) {
    return switch (event) {
      case Accepted accepted -> of(accepted, numbers);
      case Happened happened -> of(happened, numbers);
    };
  }

  /** The number of the first row, in {@code trace_recipient} or {@code trace_event}. */
  long firstNumber() {
    return event.map(Event::number).orElseGet(() -> recipients.get(0).number());
  }

  private static TraceRows of(Accepted event, LongSupplier numbers) {
    long id = IdNumber.of(event.id());
    String sender = event.from().address().map(Object::toString).orElse("");
    SearchKey from = SearchKey.of(sender);
    String subject = Texts.subject(event.subject());
    List<Recipient> recipients = new ArrayList<>(event.recipients().size());
    event
        .recipients()
        .forEach(
            recipient -> {
              String to = recipient.path().address().toString();
              recipients.add(
                  new Recipient(
                      numbers.getAsLong(),
                      id,
                      event.time(),
                      Texts.clean(to, ADDRESS),
                      from,
                      SearchKey.of(to)));
            });
    List<Word> words = new ArrayList<>();
    SubjectWords.of(subject)
        .forEach(word -> words.add(new Word(numbers.getAsLong(), word, event.time(), id)));
    Mail mail =
        new Mail(
            id,
            event.time(),
            Texts.clean(sender, ADDRESS),
            subject,
            event.size(),
            Texts.clean(event.client(), 64),
            Texts.clean(event.helo(), NAME),
            Texts.clean(event.protocol(), 40),
            recipients.size(),
            number(event.parent()),
            Texts.clean(event.user(), ADDRESS));
    return new TraceRows(Optional.of(mail), recipients, words, Optional.empty());
  }

  private static TraceRows of(Happened event, LongSupplier numbers) {
    Optional<Diagnosis> why = event.diagnosis();
    Event row =
        new Event(
            numbers.getAsLong(),
            IdNumber.of(event.id()),
            event.time(),
            event.kind().key(),
            Texts.clean(event.recipient(), ADDRESS),
            SearchKey.of(event.recipient()).key(),
            event.attempt(),
            Texts.clean(event.nextHop(), NAME),
            why.flatMap(Diagnosis::remoteMta).map(mta -> Texts.clean(mta, NAME)).orElse(""),
            why.map(Diagnosis::stage).map(stage -> Texts.clean(stage, 16)).orElse(""),
            why.map(diagnosis -> diagnosis.status().toString()).orElse(""),
            why.map(diagnosis -> Texts.clean(diagnosis.text(), TEXT)).orElse(""),
            why.map(Diagnosis::isReply).orElse(false),
            Texts.clean(event.actor(), 200),
            Texts.clean(event.detail(), TEXT),
            number(event.child()));
    return new TraceRows(Optional.empty(), List.of(), List.of(), Optional.of(row));
  }

  private static OptionalLong number(Optional<QueueId> id) {
    return id.isPresent() ? OptionalLong.of(IdNumber.of(id.get())) : OptionalLong.empty();
  }
}
