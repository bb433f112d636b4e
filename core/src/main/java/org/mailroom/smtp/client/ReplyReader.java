package org.mailroom.smtp.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.smtp.SmtpReply;

/**
 * Reads replies (RFC 5321, 4.2) and believes little: a line has at most {@value #MAX_LINE} octets,
 * a reply {@value #MAX_LINES} lines, all with one code, and all within its time. Lines may end with
 * LF alone; control characters in the text become blanks.
 */
final class ReplyReader {

  static final int MAX_LINE = 4096;
  static final int MAX_LINES = 128;
  private static final int CODE_LENGTH = 3;

  private final SmtpConnection connection;
  private final InputStream in;
  private final LongSupplier nanoTime;
  private final byte[] buffer = new byte[MAX_LINE];
  private int position;
  private int limit;

  ReplyReader(SmtpConnection connection, LongSupplier nanoTime) throws IOException {
    this.connection = connection;
    this.in = connection.in();
    this.nanoTime = nanoTime;
  }

  /** True when more came with an earlier reply. */
  boolean hasBuffered() {
    return position < limit;
  }

  /** True when the peer has said something that was not read yet. */
  boolean hasUnread() {
    try {
      return hasBuffered() || in.available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  SmtpReply read(Duration timeout) throws ConnectionLostException {
    long deadline = nanoTime.getAsLong() + timeout.toNanos();
    String line = readLine(deadline);
    int code = code(line);
    if (!continues(line)) {
      return reply(code, List.of(text(line)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(text(line));
    while (continues(line)) {
      if (lines.size() == MAX_LINES) {
        throw new ConnectionLostException("a reply without end");
      }
      line = readLine(deadline);
      if (code(line) != code) {
        throw new ConnectionLostException("a reply with several codes");
      }
      lines.add(text(line));
    }
    return reply(code, lines);
  }

  private static SmtpReply reply(int code, List<String> lines) {
    Optional<EnhancedStatusCode> enhanced = enhanced(code, lines.get(0));
    if (enhanced.isEmpty()) {
      return new SmtpReply(code, enhanced, lines);
    }
    String prefix = enhanced.get().toString();
    return new SmtpReply(code, enhanced, lines.stream().map(l -> without(prefix, l)).toList());
  }

  /** The enhanced code in front of the text; one of another class than the reply is none. */
  private static Optional<EnhancedStatusCode> enhanced(int code, String text) {
    if (text.length() < 5 || text.charAt(1) != '.' || text.charAt(0) - '0' != code / 100) {
      return Optional.empty();
    }
    int blank = text.indexOf(' ');
    return EnhancedStatusCode.parse(blank < 0 ? text : text.substring(0, blank));
  }

  private static String without(String prefix, String line) {
    if (line.equals(prefix)) {
      return "";
    }
    return line.startsWith(prefix + " ") ? line.substring(prefix.length() + 1) : line;
  }

  private static int code(String line) throws ConnectionLostException {
    if (line.length() >= CODE_LENGTH
        && line.charAt(0) >= '2'
        && line.charAt(0) <= '5'
        && isDigit(line.charAt(1))
        && isDigit(line.charAt(2))
        && (line.length() == CODE_LENGTH || " -".indexOf(line.charAt(CODE_LENGTH)) >= 0)) {
      return Integer.parseInt(line, 0, CODE_LENGTH, 10);
    }
    throw new ConnectionLostException("a reply that is none of SMTP");
  }

  private static boolean continues(String line) {
    return line.length() > CODE_LENGTH && line.charAt(CODE_LENGTH) == '-';
  }

  private static String text(String line) {
    return line.length() <= CODE_LENGTH + 1 ? "" : line.substring(CODE_LENGTH + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String readLine(long deadline) throws ConnectionLostException {
    int searched = position;
    while (true) {
      for (int i = searched; i < limit; i++) {
        if (buffer[i] == '\n') {
          return takeLine(i);
        }
      }
      searched = compact();
      fill(deadline);
    }
  }

  private String takeLine(int lineFeed) {
    int end = lineFeed > position && buffer[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    String line = new String(buffer, position, end - position, StandardCharsets.UTF_8);
    position = lineFeed + 1;
    return ConnectionLostException.printable(line);
  }

  /** Moves what is unread to the front; returns where it ends. */
  private int compact() {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    return limit;
  }

  private void fill(long deadline) throws ConnectionLostException {
    if (limit == buffer.length) {
      throw new ConnectionLostException("a reply line without end");
    }
    try {
      long left = deadline - nanoTime.getAsLong();
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      connection.readTimeout(Duration.ofNanos(left));
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        throw new ConnectionLostException("the connection was closed by the peer");
      }
      limit += count;
    } catch (ConnectionLostException e) {
      throw e;
    } catch (IOException e) {
      throw new ConnectionLostException(e);
    }
  }
}
