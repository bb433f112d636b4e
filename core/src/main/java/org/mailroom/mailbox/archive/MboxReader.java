package org.mailroom.mailbox.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MessageFlags;

/**
 * The messages of an mbox file, one after the other (RFC 4155). A message begins with a {@code
 * From} line at the beginning of the file, or behind an empty line if it has a date: other lines
 * that begin so are text. Of {@code >From}, with any number of {@code >}, one {@code >} is taken
 * away (mboxrd); the empty line behind a message is not part of it. For one thread.
 */
public final class MboxReader {

  private static final byte[] FROM = FromLine.START.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CRLF = {'\r', '\n'};

  private final LinePieces lines;
  private boolean started;
  private boolean atFromLine;
  private Optional<Instant> date = Optional.empty();
  private StatusFields status = new StatusFields();

  /** Reads a file from its beginning. */
  public MboxReader(InputStream in) {
    this.lines = new LinePieces(in);
  }

  /**
   * Goes on to the next message; false when there is none.
   *
   * @throws NotReadableException when this is no mbox file
   */
  public boolean next() throws IOException {
    if (!started) {
      started = true;
      atFromLine = start();
    } else if (!atFromLine) {
      copyTo(OutputStream.nullOutputStream());
    }
    if (!atFromLine) {
      return false;
    }
    atFromLine = false;
    status = new StatusFields();
    date = FromLine.date(text());
    skipLine();
    return true;
  }

  private boolean start() throws IOException {
    while (lines.next()) {
      if (lines.length() > 0) {
        if (!startsWithFrom(0)) {
          throw new NotReadableException("This is no mbox file: it doesn't begin with From");
        }
        return true;
      }
    }
    return false;
  }

  /** When the message came, if its {@code From} line says so. */
  public Optional<Instant> date() {
    return date;
  }

  /** Its flags, as its header has them; known when it was copied. */
  public MessageFlags flags() {
    return status.flags();
  }

  /** Copies its octets, once, with CRLF behind each line, the last one as well. */
  public void copyTo(OutputStream out) throws IOException {
    boolean inHeader = true;
    boolean afterEmpty = false;
    boolean endsLine = true;
    while (lines.next()) {
      boolean isEmpty = lines.begins() && lines.length() == 0;
      if (afterEmpty && isFromLine()) {
        atFromLine = true;
        return;
      }
      if (afterEmpty) {
        out.write(CRLF);
      }
      afterEmpty = isEmpty;
      inHeader &= !isEmpty;
      if (inHeader && lines.begins()) {
        status.line(lines.octets(), lines.length());
      }
      if (!isEmpty) {
        copyPiece(out);
      }
      endsLine = lines.ends();
    }
    if (!endsLine) {
      out.write(CRLF);
    }
  }

  private void copyPiece(OutputStream out) throws IOException {
    int skipped = lines.begins() && isQuoted() ? 1 : 0;
    out.write(lines.octets(), skipped, lines.length() - skipped);
    if (lines.ends()) {
      out.write(CRLF);
    }
  }

  private boolean isQuoted() {
    int at = 0;
    while (at < lines.length() && lines.octets()[at] == '>') {
      at++;
    }
    return at > 0 && startsWithFrom(at);
  }

  private boolean isFromLine() {
    return lines.begins() && startsWithFrom(0) && FromLine.date(text()).isPresent();
  }

  private boolean startsWithFrom(int at) {
    if (lines.length() - at < FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (lines.octets()[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  private String text() {
    return new String(lines.octets(), 0, lines.length(), StandardCharsets.ISO_8859_1);
  }

  private void skipLine() throws IOException {
    while (!lines.ends() && lines.next()) {
      // The rest of a line that has more than one piece.
    }
  }
}
