package org.mailroom.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.mailroom.mailbox.archive.NotReadableException;
import org.mailroom.mailbox.archive.ZipTail;

/** What a client sends: that it breaks off is no fault of the hub. */
final class UploadInput extends FilterInputStream {

  private final ZipTail tail = new ZipTail();

  UploadInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int count = in.read(into, offset, length);
      tail.take(into, offset, Math.max(0, count));
      return count;
    } catch (IOException e) {
      throw new NotReadableException("It broke off while it was sent", e);
    }
  }

  /** Reads the rest, and says whether the end is that of a zip file. */
  boolean endsAsZip() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return tail.isComplete();
  }
}
