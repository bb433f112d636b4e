package org.mailroom.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells IP addresses in text form from names, without ever asking DNS. */
public final class IpLiteral {

  private IpLiteral() {}

  /** True for four decimal octets with dots between them. */
  public static boolean isV4(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return false;
    }
    for (String octet : octets) {
      if (octet.isEmpty() || octet.length() > 3 || !octet.chars().allMatch(IpLiteral::isDigit)) {
        return false;
      }
      if (Integer.parseInt(octet) > 255) {
        return false;
      }
    }
    return true;
  }

  /** True for an IPv6 address in any of its text forms, without a zone. */
  public static boolean isV6(String text) {
    if (text.indexOf(':') < 0 || text.length() > 45) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hex = isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      if (!hex && c != ':' && c != '.') {
        return false;
      }
    }
    try {
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** True for an address of either family. */
  public static boolean isAddress(String text) {
    return isV4(text) || isV6(text);
  }

  /**
   * The address that the text writes.
   *
   * @throws IllegalArgumentException when it is not an IP address
   */
  public static InetAddress parse(String text) {
    if (!isAddress(text)) {
      throw AddressReason.NO_IP.refused();
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw AddressReason.NO_IP.refused();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
