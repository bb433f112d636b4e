package org.mailroom.transport;

/**
 * How many connections a listener takes. Each number is positive, but for the reserved ones, which
 * may be none.
 *
 * @param total open ones in all
 * @param perAddress open ones of one untrusted address
 * @param perMinute new ones of one untrusted address in a minute
 * @param reservedForTrusted so many of {@code total} only trusted peers get
 */
public record ConnectionLimits(int total, int perAddress, int perMinute, int reservedForTrusted) {

  /** Refuses numbers with which nobody would get a connection. */
  public ConnectionLimits {
    if (total < 1 || perAddress < 1 || perMinute < 1) {
      throw new IllegalArgumentException("A limit of connections is positive");
    }
    if (reservedForTrusted < 0 || reservedForTrusted > total) {
      throw new IllegalArgumentException("Reserved connections are some of all");
    }
  }
}
