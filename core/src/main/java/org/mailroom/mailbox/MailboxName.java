package org.mailroom.mailbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The name of a mailbox (RFC 9051, 5.1), in NFC; levels are separated by {@code /}. {@code INBOX}
 * is the same in any case, also as the first level of others, and kept in capitals.
 */
public record MailboxName(String text) implements Comparable<MailboxName> {

  /** Between levels. */
  public static final char SEPARATOR = '/';

  /** The one that every account has. */
  public static final MailboxName INBOX = of("INBOX");

  /** Characters of a name. */
  public static final int LONGEST = 400;

  /** Levels of a name. */
  public static final int DEEPEST = 32;

  private static final String INBOX_TEXT = "INBOX";

  /** Refuses what is no name. */
  public MailboxName {
    Objects.requireNonNull(text, "a mailbox has a name");
    text = normalized(text);
    String[] levels = text.split("/", -1);
    if (text.length() > LONGEST || levels.length > DEEPEST) {
      throw new IllegalArgumentException("A mailbox name is too long, or too deep");
    }
    for (String level : levels) {
      if (level.isEmpty()) {
        throw new IllegalArgumentException("A level of a mailbox name is empty");
      }
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        || text.indexOf(0xFFFD) >= 0
        || text.chars().anyMatch(c -> c == '*' || c == '%')) {
      throw new IllegalArgumentException("A mailbox name has a character that none may have");
    }
  }

  private static String normalized(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    int end = nfc.indexOf(SEPARATOR) < 0 ? nfc.length() : nfc.indexOf(SEPARATOR);
    return nfc.substring(0, end).toUpperCase(Locale.ROOT).equals(INBOX_TEXT)
        ? INBOX_TEXT + nfc.substring(end)
        : nfc;
  }

  /**
   * A name.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static MailboxName of(String text) {
    return new MailboxName(text);
  }

  /** True for the one that every account has. */
  public boolean isInbox() {
    return text.equals(INBOX_TEXT);
  }

  /** The name one level up. */
  public Optional<MailboxName> parent() {
    int slash = text.lastIndexOf(SEPARATOR);
    return slash < 0 ? Optional.empty() : Optional.of(new MailboxName(text.substring(0, slash)));
  }

  /** All names above it, the highest first. */
  public List<MailboxName> ancestors() {
    List<MailboxName> all = new ArrayList<>();
    for (Optional<MailboxName> up = parent(); up.isPresent(); up = up.get().parent()) {
      all.add(0, up.get());
    }
    return all;
  }

  /** True when the other one is above it. */
  public boolean isBelow(MailboxName other) {
    return text.startsWith(other.text + SEPARATOR);
  }

  /** The same place below another name, for what is below {@code from}, or is it. */
  public MailboxName moved(MailboxName from, MailboxName to) {
    if (!equals(from) && !isBelow(from)) {
      throw new IllegalArgumentException(text + " is not below " + from.text);
    }
    return new MailboxName(to.text + text.substring(from.text.length()));
  }

  @Override
  public int compareTo(MailboxName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
