package org.mailroom.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.pop3.Maildrops.Answer.InUse;
import org.mailroom.pop3.Maildrops.Answer.Opened;
import org.mailroom.pop3.Maildrops.Answer.Refused;
import org.mailroom.pop3.Maildrops.Answer.Unavailable;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.Logins;
import org.mailroom.sasl.ServerStep;
import org.mailroom.session.CommandLines;
import org.mailroom.session.EndOfSessionException;
import org.mailroom.session.LoginGate;
import org.mailroom.session.SessionWire;
import org.mailroom.transport.Connection;

/**
 * A conversation with one client, from greeting to close (RFC 1939, 3). It runs on the thread that
 * calls {@link #run} and on no other.
 */
final class Pop3Session {

  private static final Logger LOG = System.getLogger(Pop3Session.class.getName());
  private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Maildrops maildrops;
  private final boolean beginsWithTls;
  private final InetAddress client;
  private final SessionWire wire;
  private final LoginGate gate;
  private CommandLines lines;
  private Pop3Limits limits;
  private Optional<String> name = Optional.empty();
  private Optional<Listing> listing = Optional.empty();
  private int errors;

  Pop3Session(Connection connection, Maildrops maildrops, boolean beginsWithTls, Clock clock) {
    this.maildrops = maildrops;
    this.beginsWithTls = beginsWithTls;
    this.client = connection.peer().getAddress();
    this.wire = new SessionWire(connection);
    this.gate = new LoginGate(wire, client, clock);
    this.lines = new CommandLines(wire.input());
    this.limits = maildrops.limits();
  }

  /**
   * Holds the conversation.
   *
   * @throws IOException when the connection breaks
   */
  void run() throws IOException {
    try {
      if (beginsWithTls) {
        startTls();
      }
      if (!wire.isEnded()) {
        answer(Answers.GREETING);
      }
      while (!wire.isEnded()) {
        nextCommand();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A POP3 session with " + client.getHostAddress() + " failed", e);
      answer(Answers.FAULT);
    } finally {
      release();
    }
    wire.flush();
  }

  private void nextCommand() throws IOException {
    wire.input().shrink();
    limits = maildrops.limits();
    try {
      Command command = CommandTable.parse(awaitLine(limits.commandLine()));
      switch (command.when()) {
        case AUTHORIZATION -> proceed(command, listing.isEmpty(), Answers.LOGGED_IN);
        case TRANSACTION -> proceed(command, listing.isPresent(), Answers.LOGIN_FIRST);
        case ALWAYS -> proceed(command, true, Answers.UNKNOWN_COMMAND);
      }
    } catch (Pop3SyntaxException e) {
      refuse(e.answer());
    } catch (EndOfSessionException e) {
      // What there was to say has been said.
    }
  }

  private void proceed(Command command, boolean allowed, Answer otherwise) throws IOException {
    if (allowed) {
      command.proceed(this);
    } else {
      refuse(otherwise);
    }
  }

  /**
   * Waits for a line that is no command, within AUTH.
   *
   * @throws Pop3SyntaxException when it is none
   * @throws IOException when the session has ended
   */
  String nextLine() throws IOException, Pop3SyntaxException {
    return awaitLine(limits.authLine());
  }

  private String awaitLine(int most) throws IOException, Pop3SyntaxException {
    wire.limit(timeForACommand());
    CommandLines.Scan scan = lines.scan(most, limits.authLine());
    while (scan == CommandLines.Scan.INCOMPLETE) {
      if (!wire.awaitCommand()) {
        inputEnded();
        throw new EndOfSessionException();
      }
      scan = lines.scan(most, limits.authLine());
    }
    wire.limit(limits.stall());
    return switch (scan) {
      case LINE -> lines.text();
      case MALFORMED -> throw new Pop3SyntaxException(Answers.MALFORMED_LINE);
      case TOO_LONG -> throw new Pop3SyntaxException(Answers.LINE_TOO_LONG);
      case INCOMPLETE -> throw new EndOfSessionException();
    };
  }

  private Duration timeForACommand() {
    if (listing.isPresent()) {
      return limits.idle();
    }
    return gate.timeLeft(limits.login());
  }

  private void inputEnded() throws IOException {
    switch (wire.ending()) {
      case BY_PEER -> end();
      case BY_LIMIT -> close(Answers.TIMEOUT);
      case BY_STOP -> close(Answers.STOPPING);
      case BY_ORDER -> close(Answers.ENDED);
    }
  }

  /** Begins TLS. Whom the client has named is forgotten. */
  void startTls() throws IOException {
    name = Optional.empty();
    if (!wire.startTls(limits.handshake())) {
      inputEnded();
    }
    lines = new CommandLines(wire.input());
  }

  /** True when a password may come now: under TLS, or from this host. */
  boolean mayLogIn() {
    return listing.isEmpty() && gate.letsPasswordsThrough();
  }

  /** Who may log in. */
  Logins logins() {
    return maildrops.logins();
  }

  /** Somebody wants to log in. */
  void name(String user) {
    name = Optional.of(user);
  }

  /** Who was named last; asked for once. */
  Optional<String> takeName() {
    Optional<String> named = name;
    name = Optional.empty();
    return named;
  }

  /** The client has claimed to be a user. */
  void logIn(ServerStep claim) throws IOException {
    switch (logins().check(client, claim)) {
      case LoginAnswer.Granted granted -> open(granted.user());
      case LoginAnswer.Denied denied -> deny(denied.delay());
      case LoginAnswer.Locked locked -> answer(Answers.LOGIN_LOCKED);
    }
  }

  private void open(Address user) throws IOException {
    switch (maildrops.open(user)) {
      case Opened opened -> {
        listing = Optional.of(new Listing(opened.maildrop()));
        errors = 0;
        wire.identify(user.toString());
        answer(Answer.ok(opened.maildrop().count() + " messages"));
      }
      case InUse inUse -> answer(Answers.IN_USE);
      case Refused refused -> answer(Answers.NO_MAILDROP);
      case Unavailable unavailable -> answer(Answers.UNAVAILABLE);
    }
  }

  private void deny(Duration delay) throws IOException {
    if (gate.deny(delay, limits.failedLogins())) {
      close(Answers.TOO_MANY_LOGINS);
    } else {
      answer(Answers.LOGIN_FAILED);
    }
  }

  /** What the client sees of its maildrop, when it has logged in. */
  Listing listing() {
    return listing.orElseThrow();
  }

  /**
   * Deletes what was marked, and gives the maildrop back.
   *
   * @return false when nothing could be deleted
   */
  boolean update() {
    try {
      if (listing.isPresent() && !listing.get().marked().isEmpty()) {
        listing.get().maildrop().delete(listing.get().marked());
      }
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Messages that a POP3 client has deleted stay: " + e.getMessage());
      return false;
    } finally {
      release();
    }
  }

  private void release() {
    listing.ifPresent(open -> open.maildrop().close());
    listing = Optional.empty();
  }

  /** Ends with a line of a dot. */
  void writeLines(List<String> texts) throws IOException {
    for (String text : texts) {
      write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    write(END);
  }

  /** Answers, or goes on answering. */
  void write(byte[] octets) throws IOException {
    wire.write(octets);
  }

  /** Answers. */
  void answer(Answer answer) throws IOException {
    wire.write(answer.octets());
  }

  /** Answers what a correct client doesn't send; too much of it ends the session. */
  void refuse(Answer answer) throws IOException {
    errors++;
    int most = listing.isPresent() ? limits.errors() : limits.errorsBeforeLogin();
    if (errors < most) {
      answer(answer);
    } else {
      close(Answers.TOO_MANY_ERRORS);
    }
  }

  private void close(Answer answer) throws IOException {
    answer(answer);
    end();
  }

  /** Nothing more is read. */
  void end() {
    wire.end();
  }

  SessionWire wire() {
    return wire;
  }

  /** Goes on answering with something large. */
  OutputStream stream() {
    return wire.stream(limits.stall());
  }
}
