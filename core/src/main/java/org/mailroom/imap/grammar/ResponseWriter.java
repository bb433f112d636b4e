package org.mailroom.imap.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes responses (RFC 9051, 7 and 9). Spaces, parentheses and line ends are the caller's, by
 * {@link #text}. For one thread.
 */
public final class ResponseWriter {

  private static final int LONGEST_QUOTED = 1024;
  private static final int PIECE = 32 * 1024;
  private static final char DELETE = 0x7F;
  private static final String NIL = "NIL";

  private final OutputStream out;
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
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Writes a number. */
  public ResponseWriter number(long number) throws IOException {
    return text(Long.toString(number));
  }

  /** Ends the response. */
  public void end() throws IOException {
    text("\r\n");
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
    String quoted = '"' + escaped + '"';
    out.write(quoted.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes a string, or NIL. */
  public ResponseWriter nstring(Optional<String> text) throws IOException {
    return text.isPresent() ? string(text.get()) : nil();
  }

  /** Writes a literal. */
  public ResponseWriter literal(byte[] octets) throws IOException {
    text("{" + octets.length + "}\r\n");
    out.write(octets);
    return this;
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
      int count = in.read(piece, 0, (int) Math.min(piece.length, left));
      if (count < 0) {
        throw new IOException("The message is shorter than it says");
      }
      out.write(piece, 0, count);
      left -= count;
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
