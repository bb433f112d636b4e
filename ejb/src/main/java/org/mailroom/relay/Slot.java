package org.mailroom.relay;

import org.mailroom.mail.Diagnosis;

/** The right to one connection to a next hop. For one thread; closed in any case. */
final class Slot implements AutoCloseable {

  private final Destination destination;
  private final long since;
  private final boolean probe;
  private final boolean proven;
  private boolean closed;

  Slot(Destination destination, long since, boolean probe, boolean proven) {
    this.destination = destination;
    this.since = since;
    this.probe = probe;
    this.proven = proven;
  }

  /** The hop answered as a working one does, whatever it said to the mail. */
  void succeeded() {
    destination.succeeded(since);
  }

  /** The hop failed: connect, greeting, EHLO, TLS, 421. */
  void failed(Diagnosis diagnosis) {
    destination.failed(diagnosis, since, probe);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      destination.release(probe, proven);
    }
  }
}
