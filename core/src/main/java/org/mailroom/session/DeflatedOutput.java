package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;

/**
 * Deflates what a client is sent (RFC 1951), each piece so that the client can read it at once.
 *
 * <p>A deflater takes a quarter of a MiB, and most sessions wait: so {@link #flush} gives it back,
 * and what follows is deflated by another one. It refers to nothing that was sent before, which a
 * client doesn't notice. For any thread, one at a time writes.
 */
final class DeflatedOutput extends OutputStream {

  private static final int PIECE = 8 * 1024;

  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Deflater> deflater = Optional.empty();
  private boolean closed;

  DeflatedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("The session has ended");
      }
      if (length > 0) {
        deflate(octets, offset, length);
      }
    } finally {
      lock.unlock();
    }
  }

  private void deflate(byte[] octets, int offset, int length) throws IOException {
    Deflater current = deflater.orElseGet(() -> new Deflater(Deflater.BEST_SPEED, true));
    deflater = Optional.of(current);
    current.setInput(octets, offset, length);
    byte[] deflated = new byte[Math.min(PIECE, length + 64)];
    int count = deflated.length;
    while (count == deflated.length) {
      count = current.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
      out.write(deflated, 0, count);
    }
  }

  private void giveBack() {
    deflater.ifPresent(Deflater::end);
    deflater = Optional.empty();
  }

  /** Nothing more is sent for now. */
  @Override
  public void flush() throws IOException {
    lock.lock();
    try {
      giveBack();
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /** Gives memory back that is not the heap's. The stream below stays open. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      giveBack();
    } finally {
      lock.unlock();
    }
  }
}
