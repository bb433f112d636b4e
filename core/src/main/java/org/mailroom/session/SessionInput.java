package org.mailroom.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The octets of the client, in one buffer that its readers scan in place. It is small, since
 * thousands of sessions wait, and grows while a large content fills it.
 */
public final class SessionInput {

  private static final int SMALL = 8 * 1024;
  private static final int LARGE = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[SMALL];
  private int start;
  private int end;

  SessionInput(InputStream in) {
    this.in = in;
  }

  /** The octets from {@link #start} to {@link #end} are there to be read. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where those begin that nobody has dealt with. */
  public int start() {
    return start;
  }

  /** Behind the last octet. */
  public int end() {
    return end;
  }

  /** How many are there to be read. */
  public int length() {
    return end - start;
  }

  /** True when none is there to be read. */
  public boolean isEmpty() {
    return start == end;
  }

  /** True when the client has sent what nobody has read, as far as that can be told. */
  public boolean hasMore() throws IOException {
    return !isEmpty() || in.available() > 0;
  }

  /** Takes the octets that nobody has dealt with. */
  byte[] take() {
    byte[] rest = Arrays.copyOfRange(buffer, start, end);
    start = end;
    return rest;
  }

  /** The octets before {@code position} have been dealt with. */
  public void consumeTo(int position) {
    start = position;
  }

  /**
   * Reads once, behind the octets that are there.
   *
   * @return false at the end of the stream
   */
  boolean read() throws IOException {
    makeRoom();
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      return false;
    }
    end += count;
    return true;
  }

  private void makeRoom() {
    boolean full = end == buffer.length;
    int length = length();
    if (full && buffer.length < LARGE) {
      move(new byte[buffer.length * 2], length);
    } else if (start > 0) {
      move(buffer, length);
    }
  }

  /** Goes back to the small buffer, when a content is over. */
  public void shrink() {
    if (buffer.length > SMALL && length() <= SMALL) {
      move(new byte[SMALL], length());
    }
  }

  private void move(byte[] target, int length) {
    System.arraycopy(buffer, start, target, 0, length);
    buffer = target;
    start = 0;
    end = length;
  }
}
