package org.mailroom.smtp.client;

import java.io.IOException;
import java.io.OutputStream;
import org.mailroom.mail.MessageContent;
import org.mailroom.session.OctetScan;

/**
 * What a session must know of a content before it offers it.
 *
 * @param size octets on the wire but for dot-stuffing and the final dot; a final CRLF that the
 *     content lacks is counted
 * @param eightBit true when an octet is above 127
 * @param eightBitHeader true when one is in the header
 * @param sendable false when a CR or LF stands alone or there is a NUL: some server would see the
 *     end of the mail in it (RFC 5321, 2.3.8)
 * @param endsWithCrlf false when the final CRLF is to be added; an empty content needs none
 */
record ContentTraits(
    long size, boolean eightBit, boolean eightBitHeader, boolean sendable, boolean endsWithCrlf) {

  /** Reads the content once. */
  static ContentTraits of(MessageContent content) throws IOException {
    Scan scan = new Scan();
    content.writeTo(scan);
    return scan.traits(content.size());
  }

  private static final class Scan extends OutputStream {

    private int previous;
    private boolean eightBit;
    private boolean eightBitHeader;
    private boolean bare;
    private boolean inHeader = true;
    private boolean lineIsEmpty = true;

    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      int end = offset + length;
      int i = offset;
      while (i < end) {
        int stop = OctetScan.lineEndOrNul(octets, i, end);
        if (stop > i) {
          text(octets, i, stop);
        }
        if (stop < end) {
          control(octets[stop]);
        }
        i = stop + 1;
      }
    }

    private void text(byte[] octets, int from, int to) {
      bare |= previous == '\r';
      lineIsEmpty = false;
      if ((!eightBit || inHeader) && OctetScan.hasEightBit(octets, from, to)) {
        eightBit = true;
        eightBitHeader |= inHeader;
      }
      previous = octets[to - 1];
    }

    /** CR, LF or NUL. */
    private void control(byte octet) {
      if (octet == '\n') {
        bare |= previous != '\r';
        inHeader &= !lineIsEmpty;
        lineIsEmpty = true;
      } else {
        bare |= previous == '\r' || octet == 0;
        lineIsEmpty &= octet == '\r';
      }
      previous = octet;
    }

    ContentTraits traits(long size) {
      boolean complete = size == 0 || previous == '\n';
      boolean sendable = !bare && previous != '\r';
      return new ContentTraits(
          complete ? size : size + 2, eightBit, eightBitHeader, sendable, complete);
    }
  }
}
