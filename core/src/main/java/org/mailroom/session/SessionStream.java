package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * What a session answers, as a stream. It is written in pieces, each of which has its time; what
 * comes between two of them doesn't look at the clock.
 */
final class SessionStream extends OutputStream {

  private static final int PIECE = 8 * 1024;

  private final SessionWire wire;
  private final Duration stall;

  /** The first octets have their time too. */
  private long sinceLimit = PIECE;

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
    sinceLimit += count;
    if (sinceLimit > PIECE) {
      wire.limit(stall);
      sinceLimit = 0;
    }
    wire.write(octets, offset, count);
  }
}
