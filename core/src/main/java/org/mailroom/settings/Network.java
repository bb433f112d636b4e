package org.mailroom.settings;

import java.net.InetAddress;
import java.util.Objects;
import org.mailroom.mail.IpLiteral;

/**
 * A range of IP addresses, written as CIDR.
 *
 * @param address its first address
 * @param prefixLength leading bits that count, 0 to 32 or 128
 */
public record Network(InetAddress address, int prefixLength) {

  /** Refuses prefix lengths that the address family doesn't have, and host bits that are set. */
  public Network {
    Objects.requireNonNull(address, "a network needs an address");
    int bits = address.getAddress().length * 8;
    if (prefixLength < 0 || prefixLength > bits) {
      throw ValueReason.PREFIX_LENGTH.refused(bits);
    }
    if (!hostBitsAreZero(address.getAddress(), prefixLength)) {
      throw ValueReason.HOST_BITS.refused();
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code ::1/128} or a single address.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return new Network(address, address.getAddress().length * 8);
    }
    String prefix = text.substring(slash + 1);
    if (!prefix.matches("\\d{1,3}")) {
      throw ValueReason.PREFIX_FORM.refused();
    }
    return new Network(address, Integer.parseInt(prefix));
  }

  /** True when {@code candidate} lies in the range. */
  public boolean contains(InetAddress candidate) {
    byte[] octets = candidate.getAddress();
    byte[] first = address.getAddress();
    if (octets.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit += 8) {
      int mask = prefixLength - bit >= 8 ? 0xFF : 0xFF << (8 - (prefixLength - bit)) & 0xFF;
      if (((octets[bit / 8] ^ first[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The range as CIDR. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefixLength;
  }

  private static boolean hostBitsAreZero(byte[] octets, int prefixLength) {
    for (int bit = prefixLength; bit < octets.length * 8; bit++) {
      if ((octets[bit / 8] & 0x80 >> bit % 8) != 0) {
        return false;
      }
    }
    return true;
  }
}
