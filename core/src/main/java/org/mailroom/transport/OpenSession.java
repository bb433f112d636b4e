package org.mailroom.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** A conversation that goes on, as those who run the hub see it. Safe for any number of threads. */
public interface OpenSession {

  /** Names it as long as this process runs: the listener, and a number. */
  String id();

  /** The other end. */
  InetSocketAddress peer();

  /** Since it was accepted. */
  Duration age();

  /** Since its last command came, or it was accepted. */
  Duration idleTime();

  /** True when TLS protects it. */
  boolean isProtected();

  /** Who has logged in. */
  Optional<String> user();

  /**
   * Ends it: at once when it waits for a command, else as soon as it asks for octets of its peer.
   * It is cut when that takes more than some seconds.
   */
  void end();
}
