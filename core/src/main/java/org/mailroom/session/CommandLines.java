package org.mailroom.session;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds command lines in the input (RFC 5321, 2.3.8). Only CRLF ends a line. Whatever else a line
 * feed ends is answered once and never executed, and neither is what follows up to the next CRLF:
 * so a client that sends bare line feeds gets its answers, and nobody can hide a command.
 */
public final class CommandLines {

  /** What {@link #scan} came to. */
  public enum Scan {
    /** There is no line yet. */
    INCOMPLETE,
    /** There is a line: {@link CommandLines#text}. */
    LINE,
    /** There was a line with a bare CR, a bare LF or NUL; it is consumed. */
    MALFORMED,
    /** There was a line above the limit; it is consumed. */
    TOO_LONG
  }

  private static final String AUTH = "AUTH ";
  private static final int TLS_HANDSHAKE = 0x16;

  private final SessionInput input;
  private final Charset charset;
  private int scanned;
  private boolean malformed;
  private boolean tooLong;
  private byte last;
  private String text = "";

  /** The lines of {@code input}, in UTF-8. */
  public CommandLines(SessionInput input) {
    this(input, StandardCharsets.UTF_8);
  }

  /** The lines of {@code input} in this charset. */
  public CommandLines(SessionInput input, Charset charset) {
    this.input = input;
    this.charset = charset;
  }

  /** The line found last, without CRLF; what is not in the charset became U+FFFD. */
  public String text() {
    return text;
  }

  /** True when the next line begins as the handshake of TLS does. */
  public boolean isTls() {
    return !input.isEmpty() && input.buffer()[input.start()] == TLS_HANDSHAKE;
  }

  /**
   * Looks for a line of at most {@code limit} octets with its CRLF, or {@code authLimit} for one
   * that begins with AUTH.
   *
   * @param limit not above {@code authLimit}, which is not above the size of the input's buffer
   */
  public Scan scan(int limit, int authLimit) {
    byte[] buffer = input.buffer();
    int start = input.start();
    int end = input.end();
    for (int i = start + scanned; i < end; i++) {
      byte octet = buffer[i];
      if (octet == '\n') {
        return found(start, i, limit, authLimit);
      }
      malformed |= last == '\r' || octet == 0;
      last = octet;
    }
    scanned = end - start;
    if (scanned >= limit && (scanned >= authLimit || !isAuth(start, end))) {
      tooLong = true;
      input.consumeTo(end);
      scanned = 0;
    }
    return Scan.INCOMPLETE;
  }

  /** A line that is too long and has no beginning any more is not looked at. */
  private boolean isAuth(int start, int end) {
    return end - start >= AUTH.length()
        && new String(input.buffer(), start, AUTH.length(), StandardCharsets.US_ASCII)
            .equalsIgnoreCase(AUTH);
  }

  private Scan found(int start, int lineFeed, int limit, int authLimit) {
    input.consumeTo(lineFeed + 1);
    scanned = 0;
    boolean crlf = last == '\r';
    boolean bad = malformed || !crlf;
    int length = lineFeed + 1 - start;
    boolean excess = tooLong || length > limit && (length > authLimit || !isAuth(start, lineFeed));
    last = 0;
    malformed = !crlf;
    tooLong = false;
    if (bad) {
      return Scan.MALFORMED;
    }
    if (excess) {
      return Scan.TOO_LONG;
    }
    text = new String(input.buffer(), start, lineFeed - 1 - start, charset);
    return Scan.LINE;
  }
}
