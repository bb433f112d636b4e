package org.mailroom.console.queues;

import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.queue.view.QueuedError;

/**
 * An answer that mail waits with, in words.
 *
 * @param why in plain words
 * @param answer as it was
 * @param mails how many
 * @param destinations of how many
 * @param oldest age of the oldest
 * @param link to these mails
 */
public record ErrorLine(
    String why, String answer, String mails, String destinations, String oldest, String link) {

  static ErrorLine of(QueuedError error, Phrases phrases, NoticeLanguage language) {
    String text = error.diagnosis().text();
    return new ErrorLine(
        Explanation.of(error.diagnosis()).why(language, phrases.text("queues.their")),
        text,
        phrases.count(error.mails()),
        phrases.count(error.nextHops()),
        phrases.age(error.oldest()),
        PageLink.to(
            "queue", "filter", "text:" + QueueFilter.quoted(text.replace("*", "").strip())));
  }
}
