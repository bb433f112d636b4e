package org.mailroom.it.architecture.broken;

/** Asks the system for the time, with a method reference at that. */
final class ClockReader {
  private final java.util.function.LongSupplier time = System::currentTimeMillis;

  long now() {
    return time.getAsLong();
  }
}
