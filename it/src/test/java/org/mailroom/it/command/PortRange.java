package org.mailroom.it.command;

/** The ports of all tests: a thousand, which another checkout on the same machine has elsewhere. */
public final class PortRange {

  private static final int FIRST = 1000 * Integer.getInteger("mailroom.it.ports", 25);

  private PortRange() {}

  /**
   * A port.
   *
   * @param offset 0 to 999; each test has its own
   */
  public static int port(int offset) {
    return FIRST + offset;
  }
}
