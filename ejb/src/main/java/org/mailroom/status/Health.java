package org.mailroom.status;

import java.util.List;

/**
 * Whether the hub does its work, for load balancers and watchdogs.
 *
 * @param checks what it needs for that
 */
public record Health(List<Check> checks) {

  /**
   * One thing that the hub needs.
   *
   * @param name of it, such as {@code database}
   * @param up whether it is there
   * @param detail why not, for those who may know; else empty
   */
  public record Check(String name, boolean up, String detail) {}

  /** Keeps its own list. */
  public Health {
    checks = List.copyOf(checks);
  }

  /** True when nothing is missing. */
  public boolean ready() {
    return checks.stream().allMatch(Check::up);
  }
}
