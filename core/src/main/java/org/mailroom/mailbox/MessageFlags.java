package org.mailroom.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * System flags and keywords of a message (RFC 9051, 2.3.2). Keywords are the same in any case; the
 * case in which one came first is kept.
 *
 * @param system a bit for each {@link SystemFlag}
 * @param keywords atoms
 */
public record MessageFlags(int system, Set<String> keywords) {

  /** None. */
  public static final MessageFlags NONE = new MessageFlags(0, Set.of());

  private static final int ALL = 31;

  /** Refuses what is no flag. */
  public MessageFlags {
    if ((system & ~ALL) != 0) {
      throw new IllegalArgumentException("Not a set of system flags: " + system);
    }
    Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String keyword : keywords) {
      if (!isKeyword(keyword)) {
        throw new IllegalArgumentException("Not a keyword: " + keyword);
      }
      sorted.add(keyword);
    }
    keywords = Collections.unmodifiableSet(sorted);
  }

  /** As they are kept: bits, and keywords with spaces between. */
  public static MessageFlags of(int system, String keywords) {
    return new MessageFlags(system, keywords.isEmpty() ? Set.of() : Set.of(keywords.split(" ")));
  }

  /**
   * True for a keyword.
   *
   * <pre>
   * flag-keyword = "$MDNSent" / "$Forwarded" / "$Junk" / "$NotJunk" / "$Phishing" / atom
   * </pre>
   */
  public static boolean isKeyword(String text) {
    return !text.isEmpty()
        && text.length() <= 200
        && text.chars().allMatch(c -> c > ' ' && c < 0x7F && "(){%*\"\\]".indexOf(c) < 0);
  }

  /** True when it is among them. */
  public boolean has(SystemFlag flag) {
    return (system & flag.bit()) != 0;
  }

  /** Those of both. */
  public MessageFlags with(MessageFlags more) {
    Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    both.addAll(keywords);
    both.addAll(more.keywords);
    return new MessageFlags(system | more.system, both);
  }

  /** Those that the others don't have. */
  public MessageFlags without(MessageFlags others) {
    Set<String> left = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    left.addAll(keywords);
    others.keywords.forEach(left::remove);
    return new MessageFlags(system & ~others.system, left);
  }

  /** Keywords with spaces between; empty for none. */
  public String keywordText() {
    return String.join(" ", keywords);
  }

  /** As in a list of flags, without the parentheses. */
  public String text() {
    List<String> all = new ArrayList<>();
    for (SystemFlag flag : SystemFlag.values()) {
      if (has(flag)) {
        all.add(flag.text());
      }
    }
    all.addAll(keywords);
    return String.join(" ", all);
  }
}
