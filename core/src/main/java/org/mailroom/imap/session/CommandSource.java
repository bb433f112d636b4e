package org.mailroom.imap.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.LiteralSource;
import org.mailroom.session.CommandLines;
import org.mailroom.session.EndOfSessionException;
import org.mailroom.session.SessionInput;
import org.mailroom.session.SessionWire;

/** Lines and literals of the client, in the order in which they come. */
final class CommandSource implements LiteralSource {

  /** A literal at the end of a line that is on its way without being asked for. */
  private static final Pattern UNASKED = Pattern.compile("\\{([0-9]{1,18})\\+\\}$");

  private static final byte[] GO_ON = "+ OK\r\n".getBytes(StandardCharsets.US_ASCII);

  /** What a session says when nothing comes any more. */
  interface Ending {
    /** Says it. */
    void inputEnded() throws IOException;
  }

  private final SessionWire wire;
  private final Ending ending;
  private CommandLines lines;
  private int longestLine;
  private int literalLimit;
  private Duration patience = Duration.ZERO;
  private Duration stall = Duration.ZERO;
  private boolean inLiteral;
  private long unread;

  CommandSource(SessionWire wire, Ending ending) {
    this.wire = wire;
    this.ending = ending;
    begin();
  }

  /** Begins with what the wire has now: at first, and when TLS or compression has begun. */
  void begin() {
    lines = new CommandLines(wire.input(), StandardCharsets.ISO_8859_1);
  }

  /**
   * Bounds what comes from now on.
   *
   * @param newPatience for a line
   * @param newStall for a piece of a literal
   */
  void limit(int line, int literals, Duration newPatience, Duration newStall) {
    this.longestLine = line;
    this.literalLimit = literals;
    this.patience = newPatience;
    this.stall = newStall;
  }

  @Override
  public int literalLimit() {
    return literalLimit;
  }

  @Override
  public String nextLine() throws IOException, ImapSyntaxException {
    inLiteral = false;
    wire.limit(patience);
    CommandLines.Scan scan = lines.scan(longestLine, longestLine);
    while (scan == CommandLines.Scan.INCOMPLETE) {
      if (!wire.awaitCommand()) {
        ending.inputEnded();
        throw new EndOfSessionException();
      }
      scan = lines.scan(longestLine, longestLine);
    }
    wire.limit(stall);
    return switch (scan) {
      case LINE -> lines.text();
      case MALFORMED ->
          throw new ImapSyntaxException("A line ends with CRLF and has no bare CR, bare LF or NUL");
      case TOO_LONG -> throw new ImapSyntaxException("Line too long");
      case INCOMPLETE -> throw new EndOfSessionException();
    };
  }

  @Override
  public InputStream open(long size, boolean waits) throws IOException {
    if (waits) {
      wire.write(GO_ON);
    }
    inLiteral = true;
    unread = size;
    return new LiteralOctets();
  }

  /**
   * Passes over what still belongs to a command that was given up.
   *
   * @param last its last line that was read
   * @param most octets to pass over
   * @return false when there is more than that
   */
  boolean skip(String last, long most) throws IOException, ImapSyntaxException {
    long left = most;
    String line = last;
    if (inLiteral) {
      left -= unread;
      new LiteralOctets().skipNBytes(unread);
      line = nextLine();
    }
    Matcher announced = UNASKED.matcher(line);
    while (announced.find()) {
      long size = Long.parseLong(announced.group(1));
      left -= size;
      if (left < 0) {
        return false;
      }
      unread = size;
      new LiteralOctets().skipNBytes(size);
      announced = UNASKED.matcher(nextLine());
    }
    return true;
  }

  /** The octets of a literal, from the buffer of the session. */
  private final class LiteralOctets extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (unread == 0) {
        return -1;
      }
      SessionInput input = wire.input();
      while (input.isEmpty()) {
        wire.limit(stall);
        if (!wire.awaitContent()) {
          unread = 0;
          ending.inputEnded();
          throw new EndOfSessionException();
        }
      }
      int some = (int) Math.min(Math.min(length, input.length()), unread);
      System.arraycopy(input.buffer(), input.start(), into, offset, some);
      input.consumeTo(input.start() + some);
      unread -= some;
      return some;
    }
  }
}
