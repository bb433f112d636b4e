package org.mailroom.imap.grammar;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.mailbox.NumberSet;

/**
 * A set of message numbers or UIDs as a client names it (RFC 9051, 9), which may have {@code *} for
 * the highest there is, or be {@code $} for what a search has found.
 *
 * <pre>
 * sequence-set = ( seq-number / seq-range ) [ "," sequence-set ] / "$"
 * seq-range    = seq-number ":" seq-number
 * seq-number   = nz-number / "*"
 * </pre>
 *
 * @param ranges first and last of each, in the order in which they were named; {@link #HIGHEST} for
 *     {@code *}
 * @param isFound true for {@code $}
 */
public record SequenceSet(List<Range> ranges, boolean isFound) {

  /** Stands for {@code *}. */
  public static final long HIGHEST = Long.MAX_VALUE;

  private static final int MOST_RANGES = 20_000;

  /** Two ends, in any order. */
  public record Range(long first, long last) {

    private boolean exceeds(long highest) {
      boolean open = first == HIGHEST || last == HIGHEST;
      long named = open ? Math.min(first, last) : Math.max(first, last);
      return named != HIGHEST && named > (open ? Math.max(1, highest) : highest);
    }
  }

  /** Takes a copy. */
  public SequenceSet {
    ranges = List.copyOf(ranges);
  }

  /** Reads one. */
  public static SequenceSet read(Arguments arguments) throws ImapSyntaxException {
    if (arguments.take('$')) {
      return new SequenceSet(List.of(), true);
    }
    List<Range> ranges = new ArrayList<>();
    do {
      long first = end(arguments);
      ranges.add(new Range(first, arguments.take(':') ? end(arguments) : first));
    } while (ranges.size() < MOST_RANGES && arguments.take(','));
    return new SequenceSet(ranges, false);
  }

  private static long end(Arguments arguments) throws ImapSyntaxException {
    if (arguments.take('*')) {
      return HIGHEST;
    }
    long number = arguments.number();
    if (number < 1 || number > NumberSet.HIGHEST) {
      throw new ImapSyntaxException("A message number is 1 to 4294967295");
    }
    return number;
  }

  /**
   * The numbers it names.
   *
   * @param highest what {@code *} is; 0 when there is no message, then {@code *} names none
   * @param found what {@code $} is
   */
  public NumberSet resolve(long highest, NumberSet found) {
    if (isFound) {
      return found;
    }
    NumberSet.Builder all = new NumberSet.Builder();
    for (Range range : ranges) {
      long first = range.first() == HIGHEST ? highest : range.first();
      long last = range.last() == HIGHEST ? highest : range.last();
      if (first > 0 && last > 0) {
        all.add(Math.min(first, last), Math.max(first, last));
      }
    }
    return all.build();
  }

  /** True when it names a number above this one; {@code 1:*} never does. */
  public boolean exceeds(long highest) {
    return ranges.stream().anyMatch(range -> range.exceeds(highest));
  }
}
