package org.mailroom.text;

import java.util.Arrays;

/** Collects the terms of texts, each once. For one thread. */
final class TermSet {

  private long[] slots = new long[1024];
  private int count;

  /** A term is never 0. */
  void add(long term) {
    int slot = slot(term);
    if (slots[slot] == 0) {
      slots[slot] = term;
      count++;
      if (count > slots.length / 2) {
        grow();
      }
    }
  }

  private int slot(long term) {
    int mask = slots.length - 1;
    int slot = Long.hashCode(term * 0x9E3779B97F4A7C15L) & mask;
    while (slots[slot] != 0 && slots[slot] != term) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long term : before) {
      if (term != 0) {
        slots[slot(term)] = term;
      }
    }
  }

  int count() {
    return count;
  }

  /** All, in no order. */
  long[] terms() {
    return Arrays.stream(slots).filter(term -> term != 0).toArray();
  }
}
