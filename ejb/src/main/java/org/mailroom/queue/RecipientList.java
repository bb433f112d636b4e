package org.mailroom.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;

/**
 * The recipients of a part as one property: a line each, the forward-path, then after a TAB the
 * NOTIFY and after another the ORCPT parameter, empty when RCPT had none. Neither character can be
 * in a value.
 */
final class RecipientList {

  private RecipientList() {}

  static String format(List<EnvelopeRecipient> recipients) {
    StringBuilder text = new StringBuilder(32 * recipients.size());
    for (EnvelopeRecipient recipient : recipients) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(recipient.path());
      if (recipient.notification().isPresent() || recipient.originalRecipient().isPresent()) {
        text.append('\t');
        recipient.notification().ifPresent(text::append);
        text.append('\t');
        recipient.originalRecipient().ifPresent(o -> text.append(o.toParameter()));
      }
    }
    return text.toString();
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  static List<EnvelopeRecipient> parse(String text) {
    List<EnvelopeRecipient> recipients = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      recipients.add(parseLine(line));
    }
    return recipients;
  }

  private static EnvelopeRecipient parseLine(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return EnvelopeRecipient.of(ForwardPath.parse(line));
    }
    int second = line.indexOf('\t', tab + 1);
    if (second < 0) {
      throw new IllegalArgumentException("A recipient has none or two parameters");
    }
    String notification = line.substring(tab + 1, second);
    String original = line.substring(second + 1);
    return new EnvelopeRecipient(
        ForwardPath.parse(line.substring(0, tab)),
        notification.isEmpty() ? Optional.empty() : Optional.of(Notify.parse(notification)),
        original.isEmpty()
            ? Optional.empty()
            : Optional.of(OriginalRecipient.ofParameter(original)));
  }
}
