package org.mailroom.console.operations;

import java.util.List;
import org.mailroom.operation.Operation;

/**
 * An operation as a button.
 *
 * @param operation what it does
 * @param icon of PrimeIcons
 */
public record Offer(Operation operation, String icon) {

  /** In the order of the bar: what harms nothing first. */
  static final List<Offer> ALL =
      List.of(
          new Offer(Operation.RETRY, "pi-refresh"),
          new Offer(Operation.HOLD, "pi-pause"),
          new Offer(Operation.RELEASE, "pi-play"),
          new Offer(Operation.REROUTE, "pi-directions"),
          new Offer(Operation.EXPIRE, "pi-calendar-clock"),
          new Offer(Operation.EXPORT, "pi-download"),
          new Offer(Operation.FAIL, "pi-reply"),
          new Offer(Operation.DELETE, "pi-trash"));

  /** As texts name it. */
  public String key() {
    return operation.key();
  }

  /** The style of what can't be undone. */
  public String style() {
    return operation == Operation.FAIL || operation == Operation.DELETE ? "danger" : "";
  }

  boolean isContent() {
    return operation == Operation.EXPORT;
  }
}
