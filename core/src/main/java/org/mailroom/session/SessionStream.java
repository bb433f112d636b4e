package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What a session answers, as a stream; each piece of it has its time. */
final class SessionStream extends OutputStream {

  private final SessionWire wire;
  private final Duration stall;

  SessionStream(SessionWire wire, Duration stall) {
    this.wire = wire;
    this.stall = stall;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws IOException {
    wire.limit(stall);
    wire.write(octets, offset, count);
  }
}
