package org.mailroom.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the octets that matter in content, eight at a time. */
public final class OctetScan {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int ABOVE_CR = '\r' + 1;

  private OctetScan() {}

  /** The first CR, LF or NUL from {@code from} on, or {@code to} when there is none. */
  public static int lineEndOrNul(byte[] octets, int from, int to) {
    int i = from;
    while (i < to) {
      if (i + Long.BYTES <= to && !hasControl((long) LONGS.get(octets, i))) {
        i += Long.BYTES;
        continue;
      }
      int stop = Math.min(i + Long.BYTES, to);
      for (; i < stop; i++) {
        byte octet = octets[i];
        if (octet == '\r' || octet == '\n' || octet == 0) {
          return i;
        }
      }
    }
    return to;
  }

  /** The first LF from {@code from} on, or {@code to} when there is none. */
  static int lineFeed(byte[] octets, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long zeroForLf = (long) LONGS.get(octets, i) ^ ONES * '\n';
      long found = (zeroForLf - ONES) & ~zeroForLf & HIGH_BITS;
      if (found != 0) {
        // Only above the first LF can another octet be taken for one.
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    for (; i < to; i++) {
      if (octets[i] == '\n') {
        return i;
      }
    }
    return to;
  }

  /** True when one of the octets is above 127. */
  public static boolean hasEightBit(byte[] octets, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      if (((long) LONGS.get(octets, i) & HIGH_BITS) != 0) {
        return true;
      }
    }
    for (; i < to; i++) {
      if (octets[i] < 0) {
        return true;
      }
    }
    return false;
  }

  /** True when one of eight octets is at most CR: never missed, and seldom another one. */
  private static boolean hasControl(long eight) {
    return ((eight - ONES * ABOVE_CR) & ~eight & HIGH_BITS) != 0;
  }
}
