package org.mailroom.mailbox.archive;

/**
 * The last octets of a zip file, to know whether it is complete: a record ends it, and may have a
 * comment.
 */
public final class ZipTail {

  private static final int KEPT = 2048;
  private static final int RECORD = 22;
  private static final byte[] SIGNATURE = {'P', 'K', 5, 6};

  private final byte[] tail = new byte[KEPT];
  private int length;

  /** Octets that follow. */
  public void take(byte[] octets, int offset, int count) {
    int taken = Math.min(count, KEPT);
    int kept = Math.min(length, KEPT - taken);
    System.arraycopy(tail, length - kept, tail, 0, kept);
    System.arraycopy(octets, offset + count - taken, tail, kept, taken);
    length = kept + taken;
  }

  /** True when the file may end here. */
  public boolean isComplete() {
    for (int at = length - RECORD; at >= 0; at--) {
      if (isSignature(at) && at + RECORD + comment(at) == length) {
        return true;
      }
    }
    return false;
  }

  private boolean isSignature(int at) {
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (tail[at + i] != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  private int comment(int at) {
    return (tail[at + RECORD - 2] & 0xFF) | (tail[at + RECORD - 1] & 0xFF) << 8;
  }
}
