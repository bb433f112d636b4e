package org.mailroom.it.architecture.broken;

import java.util.logging.Logger;

/** Writes to the standard output, and to the wrong logger. */
final class Shouter {
  void shout(String text) {
    System.out.println(text);
    Logger.getLogger("shouter").info(text);
  }
}
