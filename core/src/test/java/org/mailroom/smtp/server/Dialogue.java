package org.mailroom.smtp.server;

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
import org.mailroom.transport.Connection.Ending;

/**
 * Plays a conversation with a session of the server and compares it, line by line.
 *
 * <pre>
 * S: 220 *          the server says this line; * stands for anything
 * C: NOOP           the client says this line, with CRLF
 * C> NO\r\nOP\0     the client says these octets: \r \n \t \0 \e \\ \xHH
 * H: OK             the client shakes hands, for TLS; or FAILS to
 * T: PT5M           time passes before the client speaks again
 * E: PEER           the client ends; or LIMIT: its time is over; or STOP: the listener stops;
 *                   what the client says in lines behind it arrives all the same
 * </pre>
 *
 * <p>Lines of the client between two lines of the server are sent as one piece. At the end of the
 * script the server must have ended, or the client does.
 */
final class Dialogue {

  private final InMemoryReception hub;
  private final SettableClock clock = new SettableClock();
  private InetSocketAddress peer = new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 40000);
  private int piece = Integer.MAX_VALUE;
  private Deque<Turn> turns = new ArrayDeque<>();
  private SmtpService service = SmtpService.RELAY;
  private boolean tls;
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

  private Dialogue(InMemoryReception hub) {
    this.hub = hub;
  }

  /** A dialogue with a server of {@code hub}. */
  static Dialogue with(InMemoryReception hub) {
    return new Dialogue(hub);
  }

  /** From a client that nobody trusts. */
  Dialogue fromStranger() {
    hub.trust(client -> client.isLoopbackAddress());
    peer = new InetSocketAddress(IpLiteral.parse("192.0.2.1"), 40000);
    return this;
  }

  /** With a server that has a certificate. */
  Dialogue offeringTls() {
    tls = true;
    return this;
  }

  /** With a server of another kind. */
  Dialogue of(SmtpService newService) {
    service = newService;
    return this;
  }

  /** Plays it behind greeting, STARTTLS and the EHLO after it. */
  Dialogue playUnderTls(String script) {
    return offeringTls()
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: STARTTLS
            S: 220 2.0.0 Ready to start TLS
            H: OK
            C: EHLO client.test
            S: 250-hub.test
            S: 250-PIPELINING
            S: 250-SIZE *
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-ENHANCEDSTATUSCODES
            S: 250-DSN
            S: 250-CHUNKING
            S: 250-AUTH SCRAM-SHA-256 PLAIN LOGIN
            S: 250 LIMITS *
            """
                + script);
  }

  /** The server gets at most {@code octets} at once. */
  Dialogue inPiecesOf(int octets) {
    piece = octets;
    return this;
  }

  /** Plays it behind greeting and EHLO. */
  Dialogue playGreeted(String script) {
    return play(
        """
        S: 220 hub.test ESMTP Mailroom
        C: EHLO client.test
        S: 250-hub.test
        S: 250-PIPELINING
        S: 250-SIZE *
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-ENHANCEDSTATUSCODES
        S: 250-DSN
        S: 250-CHUNKING
        S: 250 LIMITS *
        """
            + script);
  }

  /** Plays it behind greeting, EHLO, MAIL, RCPT and DATA. */
  Dialogue playContent(String script) {
    return playGreeted(
        """
        C: MAIL FROM:<ann@corp.test>
        C: RCPT TO:<bob@hub.test>
        C: DATA
        S: 250 2.1.0 Ok
        S: 250 2.1.5 Ok
        S: 354 End data with <CR><LF>.<CR><LF>
        """
            + script);
  }

  /** Plays it. */
  Dialogue play(String script) {
    turns = parse(script);
    connection = new ScriptedConnection(this::hear, peer, piece);
    if (tls) {
      connection.offerTls();
    }
    Turn first = turns.peek();
    if (first.expected.isEmpty() && first.speech.size() > 0) {
      connection.speakFirst(turns.poll().speech.toByteArray());
    }
    SessionServices services = new SessionServices(service, hub, hub.policy(), clock, hub::limits);
    try {
      new SmtpServerSession(connection, services).run();
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
    return this;
  }

  /** How often and how long the server let the client wait. */
  List<Duration> pauses() {
    return connection.pauses();
  }

  /** The limit that was set last. */
  Duration limit() {
    return connection.limit();
  }

  /** The clock of the server. */
  SettableClock clock() {
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

  private static void compare(List<String> expected, String said) {
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

  private static boolean matches(String pattern, String line) {
    int star = pattern.indexOf('*');
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
