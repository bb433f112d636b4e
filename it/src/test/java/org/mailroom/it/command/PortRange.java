package org.mailroom.it.command;

import java.util.concurrent.atomic.AtomicInteger;

/** The ports of all tests: a thousand, which another checkout on the same machine has elsewhere. */
public final class PortRange {

  private static final int FIRST = 1000 * Integer.getInteger("mailroom.it.ports", 25);
  private static final int BLOCK = 10;
  private static final int BLOCKS_BEGIN = 600;
  private static final int BLOCKS = 38;
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private PortRange() {}

  /**
   * A port.
   *
   * @param offset 0 to 599; each test has its own
   */
  public static int port(int offset) {
    return FIRST + offset;
  }

  /** The first of ten ports, which no other test has for long. */
  public static int next() {
    return FIRST + BLOCKS_BEGIN + BLOCK * (TAKEN.getAndIncrement() % BLOCKS);
  }
}
