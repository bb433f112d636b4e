package org.mailroom.console.queue;

import java.util.List;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.mail.Diagnosis;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueRow;

/**
 * A part of the mail that is open: what waits for one next hop.
 *
 * @param state the key of its state
 * @param name its queue id, with the part when there are several
 * @param recipients still open
 * @param nextHop of the last attempt, or its routing group
 * @param hopLink to that destination
 * @param attempts made so far, in words
 * @param next when it is tried next, in words, or empty
 * @param nextExact date and time of that
 * @param hold when its hold ends, in words; empty when it is not held
 * @param holdExact date and time of that, or empty
 * @param expiry when it is given up, in words, or empty
 * @param expiryExact date and time of that
 * @param why what came of the last attempt, in plain words, or empty
 * @param answer the reply, or the hub's own reason, or empty
 */
public record PartLine(
    String state,
    String name,
    List<Recipient> recipients,
    String nextHop,
    String hopLink,
    String attempts,
    String next,
    String nextExact,
    String hold,
    String holdExact,
    String expiry,
    String expiryExact,
    String why,
    String answer) {

  /** An address with the way to its traces. */
  public record Recipient(String address, String link) {

    static Recipient of(String address) {
      return new Recipient(address, PageLink.to("traces", "q", address));
    }
  }

  static PartLine of(QueueRow row, Phrases phrases, NoticeLanguage language) {
    String domain = row.firstRecipient().substring(row.firstRecipient().lastIndexOf('@') + 1);
    return new PartLine(
        row.state().key(),
        row.part().isEmpty() || row.part().equals("1") ? row.id() : row.id() + " / " + row.part(),
        row.recipients().stream().map(Recipient::of).toList(),
        row.nextHop().orElse(""),
        PageLink.to("queues", "hop", row.nextHop().orElse("")),
        phrases.text("mail.attempts", row.attempts()),
        row.nextAttempt().map(phrases::until).orElse(""),
        row.nextAttempt().map(phrases::exact).orElse(""),
        hold(row, phrases),
        row.holdEnd().map(phrases::exact).orElse(""),
        row.expiry().map(phrases::until).orElse(""),
        row.expiry().map(phrases::exact).orElse(""),
        MailLine.why(row.last(), language, domain),
        row.last().map(Diagnosis::text).orElse(""));
  }

  private static String hold(QueueRow row, Phrases phrases) {
    return row.state() == QueueState.HELD
        ? row.holdEnd().map(phrases::until).orElseGet(() -> phrases.text("open.hold.never"))
        : "";
  }
}
