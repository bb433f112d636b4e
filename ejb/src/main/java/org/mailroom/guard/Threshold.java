package org.mailroom.guard;

/**
 * A limit with two ends: it closes at one value and opens below another, so that it doesn't flutter
 * at either. For one thread.
 */
final class Threshold {

  private final double closesAt;
  private final double opensBelow;
  private boolean closed;

  Threshold(double closesAt, double opensBelow) {
    if (opensBelow > closesAt) {
      throw new IllegalArgumentException("A threshold opens below where it closes");
    }
    this.closesAt = closesAt;
    this.opensBelow = opensBelow;
  }

  /** Whether it is closed, now that {@code value} was measured. */
  boolean isClosedAt(double value) {
    closed = value >= (closed ? opensBelow : closesAt);
    return closed;
  }
}
