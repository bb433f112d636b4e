package org.mailroom.mailbox;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * A set of UIDs or of message numbers, as ranges: light when they are dense. Numbers are 1 to 2^32
 * - 1.
 */
public final class NumberSet {

  /** None. */
  public static final NumberSet NONE = new NumberSet(new long[0], new long[0]);

  /** The highest number there is. */
  public static final long HIGHEST = 0xFFFF_FFFFL;

  private final long[] firsts;
  private final long[] lasts;

  private NumberSet(long[] firsts, long[] lasts) {
    this.firsts = firsts;
    this.lasts = lasts;
  }

  /** Collects numbers and ranges in any order. */
  public static final class Builder {

    private long[] firsts = new long[8];
    private long[] lasts = new long[8];
    private int count;

    /** One more. */
    public Builder add(long number) {
      return add(number, number);
    }

    /** All from {@code first} to {@code last}. */
    public Builder add(long first, long last) {
      if (first < 1 || last < first || last > HIGHEST) {
        throw new IllegalArgumentException("No range of numbers: " + first + ":" + last);
      }
      if (count > 0 && first == lasts[count - 1] + 1) {
        lasts[count - 1] = last;
        return this;
      }
      if (count == firsts.length) {
        firsts = Arrays.copyOf(firsts, count * 2);
        lasts = Arrays.copyOf(lasts, count * 2);
      }
      firsts[count] = first;
      lasts[count] = last;
      count++;
      return this;
    }

    /** What was collected. */
    public NumberSet build() {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Long.compare(firsts[a], firsts[b]));
      long[] from = new long[count];
      long[] to = new long[count];
      int n = 0;
      for (int i : order) {
        if (n > 0 && firsts[i] <= to[n - 1] + 1) {
          to[n - 1] = Math.max(to[n - 1], lasts[i]);
        } else {
          from[n] = firsts[i];
          to[n] = lasts[i];
          n++;
        }
      }
      return n == 0 ? NONE : new NumberSet(Arrays.copyOf(from, n), Arrays.copyOf(to, n));
    }
  }

  /** These. */
  public static NumberSet of(long... numbers) {
    Builder builder = new Builder();
    for (long number : numbers) {
      builder.add(number);
    }
    return builder.build();
  }

  /** All from {@code first} to {@code last}; none when that is lower. */
  public static NumberSet range(long first, long last) {
    return last < first ? NONE : new Builder().add(first, last).build();
  }

  /** True when there is none. */
  public boolean isEmpty() {
    return firsts.length == 0;
  }

  /** How many ranges it has. */
  public int ranges() {
    return firsts.length;
  }

  /** The first number of a range, counted from 0. */
  public long first(int range) {
    return firsts[range];
  }

  /** The last number of a range, counted from 0. */
  public long last(int range) {
    return lasts[range];
  }

  /** How many numbers there are. */
  public long count() {
    long sum = 0;
    for (int i = 0; i < firsts.length; i++) {
      sum += lasts[i] - firsts[i] + 1;
    }
    return sum;
  }

  /** The lowest number. */
  public long lowest() {
    requireSome();
    return firsts[0];
  }

  /** The highest number. */
  public long highest() {
    requireSome();
    return lasts[lasts.length - 1];
  }

  private void requireSome() {
    if (isEmpty()) {
      throw new NoSuchElementException("There is no number");
    }
  }

  /** True when it is among them. */
  public boolean contains(long number) {
    int at = Arrays.binarySearch(firsts, number);
    int range = at >= 0 ? at : -at - 2;
    return range >= 0 && number <= lasts[range];
  }

  /** Each, from the lowest. */
  public LongStream stream() {
    return LongStream.range(0, firsts.length)
        .flatMap(i -> LongStream.rangeClosed(firsts[(int) i], lasts[(int) i]));
  }

  /** Each, from the lowest. */
  public void forEach(LongConsumer action) {
    PrimitiveIterator.OfLong all = stream().iterator();
    while (all.hasNext()) {
      action.accept(all.nextLong());
    }
  }

  /** Those of both. */
  public NumberSet with(NumberSet more) {
    Builder builder = new Builder();
    addTo(builder);
    more.addTo(builder);
    return builder.build();
  }

  /** Those that the other one has as well. */
  public NumberSet and(NumberSet other) {
    Builder builder = new Builder();
    int i = 0;
    int j = 0;
    while (i < firsts.length && j < other.firsts.length) {
      long from = Math.max(firsts[i], other.firsts[j]);
      long to = Math.min(lasts[i], other.lasts[j]);
      if (from <= to) {
        builder.add(from, to);
      }
      if (lasts[i] < other.lasts[j]) {
        i++;
      } else {
        j++;
      }
    }
    return builder.build();
  }

  private void addTo(Builder builder) {
    for (int i = 0; i < firsts.length; i++) {
      builder.add(firsts[i], lasts[i]);
    }
  }

  /**
   * As a sequence set (RFC 9051, 9).
   *
   * <pre>
   * sequence-set = ( seq-number / seq-range ) [ "," sequence-set ]
   * </pre>
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < firsts.length; i++) {
      text.append(i == 0 ? "" : ",").append(firsts[i]);
      if (lasts[i] > firsts[i]) {
        text.append(':').append(lasts[i]);
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberSet set
        && Arrays.equals(firsts, set.firsts)
        && Arrays.equals(lasts, set.lasts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(firsts) + Arrays.hashCode(lasts);
  }
}
