package org.mailroom.tracking.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The addresses, domains and words of some mails, and between which rows each is: those of a block.
 */
final class TraceKeys {

  /** Recipients in a block: what a search for something rare reads in vain. */
  static final int BLOCK = 500;

  /** The name that all recipients have. */
  static final String ALL = "*";

  /** Takes the rows of {@code trace_key}. */
  @FunctionalInterface
  interface Taker<E extends Exception> {
    void take(String name, long first, long last) throws E;
  }

  /** Names and a range of numbers. */
  private static final class Range {
    private final long first;
    private long last;

    private Range(long first) {
      this.first = first;
      this.last = first;
    }
  }

  private final Map<String, Range> ranges = new HashMap<>();
  private int recipients;

  /** The name of senders: of an address, or of a domain with its {@code @}. */
  static String ofSender(String text) {
    return "<" + text;
  }

  /** The same for recipients. */
  static String ofRecipient(String text) {
    return ">" + text;
  }

  /** Takes in a recipient of a mail; rows come in their order. */
  void recipient(long number, SearchKey sender, SearchKey recipient) {
    recipients++;
    add(ALL, number);
    add(ofSender(sender.key()), number);
    add(ofRecipient(recipient.key()), number);
    if (!sender.domain().isEmpty()) {
      add(ofSender("@" + sender.domain()), number);
    }
    if (!recipient.domain().isEmpty()) {
      add(ofRecipient("@" + recipient.domain()), number);
    }
  }

  /** The words of a mail, whose rows are numbered so. */
  void words(Set<String> words, long first, long last) {
    for (String word : words) {
      add(word, first);
      add(word, last);
    }
  }

  boolean isFull() {
    return recipients >= BLOCK;
  }

  /** Gives all of it away, and begins the next block. */
  <E extends Exception> void drain(Taker<E> taker) throws E {
    for (Map.Entry<String, Range> entry : ranges.entrySet()) {
      taker.take(entry.getKey(), entry.getValue().first, entry.getValue().last);
    }
    ranges.clear();
    recipients = 0;
  }

  private void add(String name, long number) {
    Range range = ranges.get(name);
    if (range == null) {
      ranges.put(name, new Range(number));
    } else {
      range.last = number;
    }
  }
}
