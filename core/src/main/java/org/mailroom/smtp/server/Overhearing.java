package org.mailroom.smtp.server;

import java.net.InetAddress;

/**
 * Hears conversations as they go on: commands and replies, never the content of a mail nor what is
 * said to log in. Safe for any number of threads, and returns at once.
 */
public interface Overhearing {

  /** Whose words they are. */
  enum Voice {
    CLIENT,
    SERVER,
    /** Nobody's: what happened to the session. */
    NOTE
  }

  /** Hears nothing. */
  Overhearing NONE =
      new Overhearing() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public void line(String session, InetAddress client, Voice voice, String text) {
          // Nobody listens.
        }
      };

  /** False while nobody listens: sessions ask before each line, and then say nothing. */
  boolean isOn();

  /**
   * A line.
   *
   * @param session the id of the session
   * @param client its other end
   * @param text as a stranger may have written it
   */
  void line(String session, InetAddress client, Voice voice, String text);
}
