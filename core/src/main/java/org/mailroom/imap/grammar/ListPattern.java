package org.mailroom.imap.grammar;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.mailroom.mailbox.MailboxName;

/**
 * Which mailboxes LIST asks for (RFC 9051, 6.3.9): {@code %} is any characters within a level,
 * {@code *} any at all. {@code INBOX} as the first level of a name is the same in any case. All
 * ways through a pattern are tried at once, so none costs more than its length times that of the
 * name.
 *
 * <pre>
 * list-mailbox   = 1*list-char / string
 * list-wildcards = "%" / "*"
 * </pre>
 *
 * @param text reference and pattern in one, in NFC, without wildcards that add nothing
 */
public record ListPattern(String text) {

  private static final String INBOX = MailboxName.INBOX.text();
  private static final Pattern WILDCARDS = Pattern.compile("[%*]{2,}+");

  /** Takes any. */
  public ListPattern {
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
    text = WILDCARDS.matcher(text).replaceAll(m -> m.group().indexOf('*') < 0 ? "%" : "*");
  }

  /** A pattern below a reference, which is put in front of it as it stands. */
  public static ListPattern of(String reference, String pattern) {
    String separator = String.valueOf(MailboxName.SEPARATOR);
    return reference.endsWith(separator) && pattern.startsWith(separator)
        ? new ListPattern(reference + pattern.substring(1))
        : new ListPattern(reference + pattern);
  }

  /** True when it asks for this name, which is as a {@link MailboxName} has it. */
  public boolean matches(String name) {
    if (text.length() > 2 * name.length() + 1) {
      return false; // more characters than the name has, and there is a wildcard between each
    }
    int inbox = isInInbox(name) ? INBOX.length() : 0;
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    passWildcards(reached);
    for (int i = 0; i < name.length(); i++) {
      reached = step(reached, name.charAt(i), i < inbox);
    }
    return reached[text.length()];
  }

  /** Where one gets from these places in the pattern by one character of the name. */
  private boolean[] step(boolean[] reached, char c, boolean inAnyCase) {
    boolean[] next = new boolean[reached.length];
    for (int i = 0; i < text.length(); i++) {
      char wanted = text.charAt(i);
      if (reached[i] && isWildcard(wanted)) {
        next[i] |= wanted == '*' || c != MailboxName.SEPARATOR;
      } else if (reached[i] && (wanted == c || inAnyCase && Character.toUpperCase(wanted) == c)) {
        next[i + 1] = true;
      }
    }
    passWildcards(next);
    return next;
  }

  /** A wildcard may be nothing. */
  private void passWildcards(boolean[] reached) {
    for (int i = 0; i < text.length(); i++) {
      reached[i + 1] |= reached[i] && isWildcard(text.charAt(i));
    }
  }

  private static boolean isInInbox(String name) {
    return name.equals(INBOX) || name.startsWith(INBOX + MailboxName.SEPARATOR);
  }

  private static boolean isWildcard(char c) {
    return c == '%' || c == '*';
  }
}
