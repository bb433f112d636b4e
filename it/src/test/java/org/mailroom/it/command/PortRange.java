package org.mailroom.it.command;

/** The ports of the process that a test runs in: a thousand, so that tests can run side by side. */
public final class PortRange {

  private static final int FIRST =
      1000
          * (Integer.getInteger("mailroom.it.ports", 25)
              + Integer.getInteger("mailroom.it.fork", 1)
              - 1);

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
