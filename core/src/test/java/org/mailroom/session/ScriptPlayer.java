package org.mailroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mailroom.mail.IpLiteral;
import org.mailroom.transport.Connection;
import org.mailroom.transport.Connection.Ending;

/**
 * Plays a conversation with a session of a server and compares it, line by line.
 *
 * <pre>
 * S: 220 *          the server says this line; * stands for anything (see {@link #anythingIs})
 * C: NOOP           the client says this line, with CRLF
 * C> NO\r\nOP\0     the client says these octets: \r \n \t \0 \e \\ \xHH
 * H: OK             the client shakes hands, for TLS; or FAILS to
 * T: PT5M           time passes before the client speaks again
 * E: PEER           the client ends; or LIMIT: its time is over; or STOP: the listener stops; or ORDER: somebody ends it;
 *                   what the client says in lines behind it arrives all the same
 * </pre>
 *
 * <p>Lines of the client between two lines of the server are sent as one piece. At the end of the
 * script the server must have ended, or the client does.
 */
public final class ScriptPlayer {

  /** Holds the conversation on the server's side. */
  @FunctionalInterface
  public interface Server {
    /** Serves it. */
    void serve(Connection connection) throws IOException;
  }

  private final SettableClock clock = new SettableClock();
  private InetSocketAddress peer = new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 40000);
  private int piece = Integer.MAX_VALUE;
  private boolean tls;
  private char anything = '*';
  private Deque<Turn> turns = new ArrayDeque<>();
  private ScriptedConnection connection;

  /** What the server is expected to say, and the client says then. */
  private static final class Turn {
    final List<String> expected = new ArrayList<>();
    final ByteArrayOutputStream speech = new ByteArrayOutputStream();
    Duration passes = Duration.ZERO;
    Ending ending = Ending.BY_PEER;
    boolean ends;
    String handshake = "";

    boolean isComplete() {
      return ends || !handshake.isEmpty() || speech.size() > 0;
    }
  }

  /** The client is a stranger from elsewhere, instead of one on this host. */
  public void fromStranger() {
    peer = new InetSocketAddress(IpLiteral.parse("192.0.2.1"), 40000);
  }

  /** The server has a certificate. */
  public void offerTls() {
    tls = true;
  }

  /** The server gets at most {@code octets} at once. */
  public void inPiecesOf(int octets) {
    piece = octets;
  }

  /** This character stands for anything, where the protocol itself has the asterisk. */
  public void anythingIs(char character) {
    anything = character;
  }

  /** Plays it, and fails where the server says something else. */
  public void play(String script, Server server) {
    turns = parse(script);
    connection = new ScriptedConnection(this::hear, peer, piece);
    if (tls) {
      connection.offerTls();
    }
    Turn first = turns.peek();
    if (first.expected.isEmpty() && first.speech.size() > 0) {
      connection.speakFirst(turns.poll().speech.toByteArray());
    }
    try {
      server.serve(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(turns).as("turns that the server didn't wait for").hasSizeLessThanOrEqualTo(1);
    if (!turns.isEmpty()) {
      Turn last = turns.poll();
      assertThat(last.isComplete()).as("the server ended before its client spoke").isFalse();
      compare(last.expected, connection.heard());
    } else {
      compare(List.of(), connection.heard());
    }
  }

  /** How often and how long the server let the client wait. */
  public List<Duration> pauses() {
    return connection.pauses();
  }

  /** The limit that was set last. */
  public Duration limit() {
    return connection.limit();
  }

  /** The clock of the server. */
  public SettableClock clock() {
    return clock;
  }

  private byte[] hear(String said, ScriptedConnection server) {
    if (turns.isEmpty()) {
      throw new AssertionError("The server waits behind the end of the script, and said " + said);
    }
    Turn turn = turns.poll();
    compare(turn.expected, said);
    assertThat(server.isHandshaking())
        .as("a handshake is due")
        .isEqualTo(!turn.handshake.isEmpty());
    if (turn.handshake.equals("FAILS")) {
      server.failHandshake();
    }
    clock.pass(turn.passes);
    server.endBy(turn.ending);
    return turn.speech.toByteArray();
  }

  private void compare(List<String> expected, String said) {
    List<String> lines = said.isEmpty() ? List.of() : List.of(said.split("\r\n", -1));
    if (!lines.isEmpty()) {
      assertThat(lines.getLast()).as("what follows the last line end").isEmpty();
      lines = lines.subList(0, lines.size() - 1);
    }
    boolean same = lines.size() == expected.size();
    for (int i = 0; same && i < lines.size(); i++) {
      same = matches(expected.get(i), lines.get(i));
    }
    if (!same) {
      assertThat(lines).isEqualTo(expected);
    }
  }

  private boolean matches(String pattern, String line) {
    int star = pattern.indexOf(anything);
    if (star < 0) {
      return pattern.equals(line);
    }
    return line.startsWith(pattern.substring(0, star))
        && line.endsWith(pattern.substring(star + 1));
  }

  private static Deque<Turn> parse(String script) {
    Deque<Turn> turns = new ArrayDeque<>();
    turns.add(new Turn());
    for (String line : script.lines().filter(l -> !l.isBlank()).toList()) {
      String text = line.length() > 3 ? line.substring(3) : "";
      switch (line.substring(0, 2)) {
        case "S:" -> turn(turns, true).expected.add(text);
        case "C:" ->
            turn(turns, false).speech.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        case "C>" -> turn(turns, false).speech.writeBytes(Octets.of(text));
        case "H:" -> turn(turns, true).handshake = text;
        case "T:" -> turn(turns, true).passes = Duration.parse(text);
        case "E:" -> {
          Turn turn = turn(turns, true);
          turn.ends = true;
          turn.ending = Ending.valueOf("BY_" + text);
        }
        default -> throw new IllegalArgumentException(line);
      }
    }
    Turn last = turns.peekLast();
    if (last.isComplete()) {
      turns.add(new Turn());
    }
    return turns;
  }

  private static Turn turn(Deque<Turn> turns, boolean next) {
    boolean shaken = !turns.peekLast().handshake.isEmpty();
    if (shaken || next && turns.peekLast().isComplete()) {
      turns.add(new Turn());
    }
    return turns.peekLast();
  }
}
