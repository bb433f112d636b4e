package org.mailroom.tracking.store;

import java.util.OptionalLong;
import java.util.Set;
import org.mailroom.tracking.TraceEvent.Accepted;

/**
 * What all rows of a mail have in common, or the first of them tells for all.
 *
 * @param accepted in milliseconds since 1970
 * @param words of the subject
 */
record MailColumns(
    long id,
    long accepted,
    String sender,
    SearchKey senderKey,
    String subject,
    Set<String> words,
    long bytes,
    String client,
    String user,
    String helo,
    String protocol,
    OptionalLong parent) {

  static MailColumns of(Accepted event) {
    String subject = Texts.subject(event.subject());
    return new MailColumns(
        IdNumber.of(event.id()),
        event.time().toEpochMilli(),
        Texts.clean(event.from().toString(), TraceRows.ADDRESS),
        event.from().address().map(SearchKey::of).orElse(SearchKey.NONE),
        subject,
        SubjectWords.of(subject),
        event.size(),
        Texts.clean(event.client(), 64),
        Texts.clean(event.user(), TraceRows.ADDRESS),
        Texts.clean(event.helo(), TraceRows.NAME),
        Texts.clean(event.protocol(), 40),
        TraceRows.idNumber(event.parent()));
  }
}
