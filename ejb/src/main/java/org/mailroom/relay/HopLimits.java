package org.mailroom.relay;

import java.util.OptionalInt;

/**
 * What an operator allows towards a next hop, below what the gate finds by itself.
 *
 * @param maxConnections at the same time, at least 1; empty for no limit
 * @param mailsPerMinute at least 1; empty for no limit
 */
public record HopLimits(OptionalInt maxConnections, OptionalInt mailsPerMinute) {

  /** No limit. */
  public static final HopLimits NONE = new HopLimits(OptionalInt.empty(), OptionalInt.empty());

  /** Refuses limits below 1: to stop a next hop is a pause. */
  public HopLimits {
    if (maxConnections.orElse(1) < 1) {
      throw new IllegalArgumentException("A next hop is limited to one connection or more");
    }
    if (mailsPerMinute.orElse(1) < 1) {
      throw new IllegalArgumentException("A next hop is limited to one mail a minute or more");
    }
  }
}
