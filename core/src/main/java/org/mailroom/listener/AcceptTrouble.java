package org.mailroom.listener;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says once that a listener can't accept, and once that it can again: a process without file
 * descriptors would fill its log otherwise. For the thread that accepts.
 */
final class AcceptTrouble {

  private static final Logger LOG = System.getLogger(AcceptTrouble.class.getName());

  private final String name;
  private int tries;

  AcceptTrouble(String name) {
    this.name = name;
  }

  /** Accepting has failed. */
  void with(IOException failure) {
    if (tries++ == 0) {
      LOG.log(
          Level.ERROR,
          name
              + " can't accept connections, and tries again each second: "
              + failure.getMessage()
              + ". New clients wait; open sessions go on.");
    }
  }

  /** Accepting has succeeded. */
  void over() {
    if (tries > 0) {
      LOG.log(Level.WARNING, name + " accepts connections again, after " + tries + " tries");
      tries = 0;
    }
  }
}
