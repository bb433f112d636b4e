package org.mailroom.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.mailroom.mailbox.archive.ZipTail;

/** Passes a zip file on, and knows whether it was complete. */
final class ZipOutput extends FilterOutputStream {

  private final ZipTail tail = new ZipTail();

  ZipOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    out.write(octets, offset, length);
    tail.take(octets, offset, length);
  }

  boolean isComplete() {
    return tail.isComplete();
  }
}
