package org.mailroom.operation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to queued mail. */
public enum Operation {
  HOLD("held", true),
  RELEASE("released", false),
  RETRY("retried", false),
  REROUTE("rerouted", false),
  EXPIRE("given another expiry", false),
  FAIL("failed", true),
  DELETE("deleted", true),
  EXPORT("exported", false);

  private final String done;
  private final boolean needsReason;

  Operation(String done, boolean needsReason) {
    this.done = done;
    this.needsReason = needsReason;
  }

  /** As commands and REST name it, such as {@code hold}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What was done, for a sentence such as "4 held". */
  public String done() {
    return done;
  }

  /** True when an operator has to say why. */
  public boolean needsReason() {
    return needsReason;
  }

  /** The operation that {@code key} names. */
  public static Optional<Operation> of(String key) {
    return Arrays.stream(values()).filter(operation -> operation.key().equals(key)).findAny();
  }
}
