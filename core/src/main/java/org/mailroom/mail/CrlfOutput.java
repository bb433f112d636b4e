package org.mailroom.mail;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes LF, CR and CRLF all as CRLF: files on this system end lines otherwise than mail. */
public final class CrlfOutput extends FilterOutputStream {

  private boolean afterCr;

  /** Writes to {@code out}. */
  public CrlfOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    if (octet == '\n') {
      if (!afterCr) {
        out.write('\r');
      }
      out.write('\n');
    } else {
      endLine();
      out.write(octet);
    }
    afterCr = octet == '\r';
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(octets[i]);
    }
  }

  @Override
  public void flush() throws IOException {
    endLine();
    afterCr = false;
    super.flush();
  }

  private void endLine() throws IOException {
    if (afterCr) {
      out.write('\n');
    }
  }
}
