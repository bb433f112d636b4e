package org.mailroom.imap.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes responses (RFC 9051, 7 and 9). Spaces, parentheses and line ends are the caller's, by
 * {@link #text}. What is written goes on when the response ends, or sooner. For one thread.
 */
public final class ResponseWriter {

  private static final int LONGEST_QUOTED = 1024;
  private static final int PIECE = 32 * 1024;
  private static final int COLLECTED = 1024;
  private static final char DELETE = 0x7F;
  private static final String NIL = "NIL";

  private final OutputStream out;
  private final byte[] collected = new byte[COLLECTED];
  private int count;
  private boolean quotesUtf8;

  /** Writes to {@code out}. */
  public ResponseWriter(OutputStream out) {
    this.out = out;
  }

  /** From now on strings with UTF-8 may be in quotes (RFC 9051, 4.3; RFC 6855, 3). */
  public void quoteUtf8() {
    quotesUtf8 = true;
  }

  /** Writes ASCII as it stands. */
  public ResponseWriter text(String ascii) throws IOException {
    int length = ascii.length();
    if (length > COLLECTED) {
      return octets(ascii.getBytes(StandardCharsets.US_ASCII));
    }
    makeRoom(length);
    for (int i = 0; i < length; i++) {
      collected[count + i] = (byte) ascii.charAt(i);
    }
    count += length;
    return this;
  }

  /** Writes octets as they stand. */
  public ResponseWriter octets(byte[] octets) throws IOException {
    return octets(octets, octets.length);
  }

  private ResponseWriter octets(byte[] octets, int length) throws IOException {
    makeRoom(length);
    if (length > COLLECTED) {
      out.write(octets, 0, length);
    } else {
      System.arraycopy(octets, 0, collected, count, length);
      count += length;
    }
    return this;
  }

  private void makeRoom(int length) throws IOException {
    if (count + length > COLLECTED) {
      flush();
    }
  }

  /** Hands on what was written. */
  public void flush() throws IOException {
    if (count > 0) {
      out.write(collected, 0, count);
      count = 0;
    }
  }

  /** Writes a number. */
  public ResponseWriter number(long number) throws IOException {
    return text(Long.toString(number));
  }

  /** Ends the response. */
  public void end() throws IOException {
    text("\r\n").flush();
  }

  /** Writes NIL. */
  public ResponseWriter nil() throws IOException {
    return text(NIL);
  }

  /**
   * Writes a string: in quotes when it is short, has no control characters, and is ASCII or may be
   * UTF-8; else as a literal.
   */
  public ResponseWriter string(String text) throws IOException {
    if (!isQuotable(text)) {
      return literal(text.getBytes(StandardCharsets.UTF_8));
    }
    String escaped =
        text.indexOf('"') < 0 && text.indexOf('\\') < 0
            ? text
            : text.replace("\\", "\\\\").replace("\"", "\\\"");
    text("\"");
    return quotesUtf8
        ? octets(escaped.getBytes(StandardCharsets.UTF_8)).text("\"")
        : text(escaped).text("\"");
  }

  /** Writes a string, or NIL. */
  public ResponseWriter nstring(Optional<String> text) throws IOException {
    return text.isPresent() ? string(text.get()) : nil();
  }

  /** Writes a literal. */
  public ResponseWriter literal(byte[] octets) throws IOException {
    return text("{").number(octets.length).text("}\r\n").octets(octets);
  }

  /** Writes a literal that may have NUL (RFC 3516). */
  public ResponseWriter literal8(byte[] octets) throws IOException {
    return text("~").literal(octets);
  }

  /**
   * Writes a literal of so many octets.
   *
   * @throws IOException when {@code in} has fewer: the response can't be mended then, and the
   *     session has to end
   */
  public ResponseWriter literal(long size, InputStream in) throws IOException {
    text("{" + size + "}\r\n");
    byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, size))];
    long left = size;
    while (left > 0) {
      int read = in.read(piece, 0, (int) Math.min(piece.length, left));
      if (read < 0) {
        throw new IOException("The message is shorter than it says");
      }
      octets(piece, read);
      left -= read;
    }
    return this;
  }

  private boolean isQuotable(String text) {
    if (text.length() > LONGEST_QUOTED) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == DELETE || c > DELETE && !quotesUtf8) {
        return false;
      }
    }
    return true;
  }
}
