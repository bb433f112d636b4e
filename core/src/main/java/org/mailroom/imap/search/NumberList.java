package org.mailroom.imap.search;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.mailroom.mailbox.NumberSet;

/** UIDs or message numbers in the order in which a client is told of them, each once. */
public final class NumberList {

  private final long[] numbers;

  private NumberList(long[] numbers) {
    this.numbers = numbers;
  }

  /** These, in this order. */
  public static NumberList of(long... numbers) {
    return new NumberList(numbers.clone());
  }

  /** These, the lowest first. */
  public static NumberList of(NumberSet numbers) {
    return new NumberList(numbers.stream().toArray());
  }

  /** What each of them becomes, without those that become 0. */
  public NumberList map(LongUnaryOperator each) {
    return new NumberList(Arrays.stream(numbers).map(each).filter(n -> n > 0).toArray());
  }

  /** True when there is none. */
  public boolean isEmpty() {
    return numbers.length == 0;
  }

  /** The first. */
  public long first() {
    return numbers[0];
  }

  /** The last. */
  public long last() {
    return numbers[numbers.length - 1];
  }

  /** How many there are. */
  public int count() {
    return numbers.length;
  }

  /**
   * One of them.
   *
   * @param place from 0
   */
  public long at(int place) {
    return numbers[place];
  }

  /** All, in no order. */
  public NumberSet set() {
    return NumberSet.of(numbers);
  }

  /** As a sequence set that keeps their order. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < numbers.length) {
      int last = at;
      while (last + 1 < numbers.length && numbers[last + 1] == numbers[last] + 1) {
        last++;
      }
      text.append(at == 0 ? "" : ",").append(numbers[at]);
      text.append(last == at ? "" : ":" + numbers[last]);
      at = last + 1;
    }
    return text.toString();
  }
}
