package org.mailroom.console.queue;

import java.util.Optional;
import org.mailroom.console.Phrases;
import org.mailroom.mail.Diagnosis;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueRow;

/**
 * A mail as a line of the table, in words.
 *
 * @param state the key of its state; {@link #GONE} when it has left the queue since
 * @param key queue id / part, as filters name it
 * @param id its queue id, or empty for a message that is no mail
 * @param name what people call it
 * @param sender empty for the null reverse-path
 * @param recipient the first
 * @param others how many recipients more, in words, or empty
 * @param allRecipients one a line
 * @param subject empty when there is none, or it may not be read
 * @param size in words
 * @param age in words
 * @param queued date and time
 * @param attempts made so far
 * @param next when it is tried next, or its hold ends, in words, or empty
 * @param nextExact date and time of that
 * @param why what came of the last attempt, in plain words, or empty
 * @param answer the reply, or the hub's own reason, or empty
 */
public record MailLine(
    String state,
    String key,
    String id,
    String name,
    String sender,
    String recipient,
    String others,
    String allRecipients,
    String subject,
    String size,
    String age,
    String queued,
    String attempts,
    String next,
    String nextExact,
    String why,
    String answer) {

  /** The state of a mail that has left the queue while it was on the page. */
  static final String GONE = "gone";

  static MailLine of(QueueRow row, String subject, Phrases phrases, NoticeLanguage language) {
    int others = row.recipients().size() - 1;
    String domain = row.firstRecipient().substring(row.firstRecipient().lastIndexOf('@') + 1);
    return new MailLine(
        row.state().key(),
        row.id() + "/" + row.part(),
        row.id(),
        row.part().isEmpty() || row.part().equals("1") ? row.id() : row.id() + " / " + row.part(),
        row.reversePath(),
        row.firstRecipient(),
        others > 0 ? phrases.text("mail.others", others) : "",
        String.join("\n", row.recipients()),
        subject,
        phrases.size(row.size()),
        row.firstQueued().map(phrases::age).orElse(""),
        row.firstQueued().map(phrases::exact).orElse(""),
        phrases.count(row.attempts()),
        row.nextAttempt()
            .map(phrases::until)
            .or(() -> row.holdEnd().map(end -> phrases.text("mail.held", phrases.until(end))))
            .orElse(""),
        row.nextAttempt().or(row::holdEnd).map(phrases::exact).orElse(""),
        why(row.last(), language, domain),
        row.last().map(Diagnosis::text).orElse(""));
  }

  /** The same line when the mail is no longer in the queue. */
  MailLine gone() {
    return new MailLine(
        GONE,
        key,
        id,
        name,
        sender,
        recipient,
        others,
        allRecipients,
        subject,
        size,
        age,
        queued,
        attempts,
        "",
        "",
        "",
        "");
  }

  /** True when it has left the queue. */
  public boolean isGone() {
    return state.equals(GONE);
  }

  static String why(Optional<Diagnosis> last, NoticeLanguage language, String domain) {
    return last.filter(diagnosis -> !diagnosis.status().isSuccess())
        .map(diagnosis -> Explanation.of(diagnosis).why(language, domain))
        .orElse("");
  }
}
