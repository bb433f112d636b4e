package org.mailroom.guard;

/**
 * Whether the broker has died: it ran, and does so no longer. It stops by itself when it can't
 * write its journal, and nothing starts it again. For any number of threads.
 */
final class BrokerLife {

  /** So many looks in a row: one may come in between. */
  private static final int LOOKS = 2;

  private boolean hasRun;
  private int misses;

  /** Whether the broker is dead, now that it was seen to run or not to; says so once only. */
  synchronized boolean hasDied(boolean runs) {
    if (runs) {
      hasRun = true;
      misses = 0;
      return false;
    }
    return hasRun && ++misses == LOOKS;
  }

  /** Whether the broker ran before and was gone when the application was ended. */
  synchronized boolean isBroken(boolean runs) {
    return hasRun && !runs;
  }
}
