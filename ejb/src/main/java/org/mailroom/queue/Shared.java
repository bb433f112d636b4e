package org.mailroom.queue;

/**
 * One object for many equal ones: of the latest values at least. It forgets rather than grows, and
 * threads that race only share less.
 */
final class Shared<T> {

  private static final int SLOTS = 4096;

  private final Object[] slots = new Object[SLOTS];

  /** An object equal to this one; the value's class must be immutable. */
  @SuppressWarnings("unchecked") // Only of() writes.
  T of(T value) {
    int slot = spread(value.hashCode()) & SLOTS - 1;
    Object known = slots[slot];
    if (value.equals(known)) {
      return (T) known;
    }
    slots[slot] = value;
    return value;
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 12;
  }
}
