package org.mailroom.imap.session;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.ImapLimits;
import org.mailroom.imap.ImapService;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.State;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.Logins;
import org.mailroom.sasl.ServerStep;
import org.mailroom.session.EndOfSessionException;
import org.mailroom.session.LoginGate;
import org.mailroom.session.SessionWire;
import org.mailroom.transport.Connection;

/**
 * A conversation with one client, from greeting to close (RFC 9051, 3). It runs on the thread that
 * calls {@link #run} and on no other, but for {@link Idling}.
 */
final class ImapSession {

  private static final Logger LOG = System.getLogger(ImapSession.class.getName());
  private static final String TAG_MORE = "]";

  private final ImapService service;
  private final boolean beginsWithTls;
  private final Clock clock;
  private final InetAddress client;
  private final SessionWire wire;
  private final CommandSource source;
  private final LoginGate gate;
  private final Set<Extension> enabled = EnumSet.noneOf(Extension.class);
  private final Set<State> told = new HashSet<>();
  private ImapLimits limits;
  private ResponseWriter out;
  private Optional<UserMailboxes> mailboxes = Optional.empty();
  private Optional<Selection> selection = Optional.empty();
  private String tag = "";
  private int errors;

  ImapSession(Connection connection, ImapService service, boolean beginsWithTls, Clock clock) {
    this.service = service;
    this.beginsWithTls = beginsWithTls;
    this.clock = clock;
    this.client = connection.peer().getAddress();
    this.wire = new SessionWire(connection);
    this.source = new CommandSource(wire, this::inputEnded);
    this.gate = new LoginGate(wire, client, clock);
    this.limits = service.limits();
    this.out = new ResponseWriter(wire.stream(limits.stall()));
  }

  /**
   * Holds the conversation.
   *
   * @throws IOException when the connection breaks
   */
  void run() throws IOException {
    try {
      hold();
    } finally {
      wire.close();
    }
  }

  private void hold() throws IOException {
    try {
      if (beginsWithTls) {
        startTls();
      }
      if (!wire.isEnded()) {
        untagged("OK [" + Capabilities.of(this) + "] Mailroom is ready");
      }
      while (!wire.isEnded()) {
        nextCommand();
      }
    } catch (EndOfSessionException e) {
      // What there was to say has been said.
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An IMAP session with " + client.getHostAddress() + " failed", e);
      untagged("BYE [SERVERBUG] The server has a fault, try again later");
    } finally {
      unselect();
      mailboxes.ifPresent(UserMailboxes::close);
    }
    wire.flush();
  }

  private void nextCommand() throws IOException {
    wire.input().shrink();
    limits = service.limits();
    boolean in = mailboxes.isPresent();
    source.limit(
        in ? limits.line() : limits.lineBeforeLogin(),
        in ? limits.literal() : limits.literalBeforeLogin(),
        timeForACommand(),
        limits.stall());
    tag = "*";
    told.clear();
    Arguments arguments = new Arguments("", source);
    try {
      arguments = new Arguments(source.nextLine(), source);
      tag = readTag(arguments);
      complete(proceed(arguments));
    } catch (ImapSyntaxException e) {
      complete(Completion.bad(e.getMessage()));
      passOver(arguments);
    }
  }

  private static String readTag(Arguments arguments) throws ImapSyntaxException {
    String found = arguments.word(TAG_MORE);
    if (found.indexOf('+') >= 0) {
      throw new ImapSyntaxException("A tag has no plus");
    }
    arguments.space();
    return found;
  }

  private Completion proceed(Arguments arguments) throws IOException, ImapSyntaxException {
    CommandTable.Entry entry = CommandTable.read(arguments);
    if (!isAllowed(entry.when())) {
      passOver(arguments);
      return Completion.bad(entry.when().refusal());
    }
    Command command = entry.parse(arguments);
    Completion completion;
    try {
      completion = command.proceed(this);
    } catch (MailboxException e) {
      passOver(arguments);
      completion = Completion.of(e);
    }
    tellNews(command.letsMessagesGo());
    return completion;
  }

  private boolean isAllowed(CommandTable.When when) {
    return switch (when) {
      case ALWAYS -> true;
      case BEFORE_LOGIN -> mailboxes.isEmpty();
      case AFTER_LOGIN -> mailboxes.isPresent();
      case SELECTED -> selection.isPresent();
    };
  }

  /** What the client has sent of a command that was given up. */
  void passOver(Arguments arguments) throws IOException {
    try {
      long most = isLoggedIn() ? limits.message() : limits.literalBeforeLogin();
      if (!wire.isEnded() && !source.skip(arguments.line(), 2 * most)) {
        bye("A literal is too large");
      }
    } catch (ImapSyntaxException e) {
      complete(Completion.bad(e.getMessage()));
    }
  }

  private void complete(Completion completion) throws IOException {
    if (completion.equals(Completion.NONE)) {
      return;
    }
    if (wire.isEnded() && completion.kind() == Completion.Kind.BAD) {
      return;
    }
    if (completion.kind() == Completion.Kind.BAD) {
      errors++;
      int most = mailboxes.isPresent() ? limits.errors() : limits.errorsBeforeLogin();
      if (errors >= most) {
        bye("Too many bad commands");
        return;
      }
    }
    out.text(tag + " " + completion.line()).end();
  }

  /**
   * Tells what has happened to the selected mailbox.
   *
   * @param letGo false when no EXPUNGE may come now
   */
  void tellNews(boolean letGo) throws IOException {
    if (selection.isEmpty()) {
      return;
    }
    try {
      selection.get().tellNews(out, enabled, letGo, told);
    } catch (MailboxException e) {
      if (e.reason() == MailboxException.Reason.NONEXISTENT) {
        bye("The mailbox was deleted");
      } else {
        LOG.log(Level.DEBUG, "News of a mailbox come later: " + e.getMessage());
      }
    }
  }

  /** The client has just been told this. */
  void tell(State state) throws IOException {
    selection().tell(state, out, enabled);
    told.add(state);
  }

  /** The client knows this without being told. */
  void alreadyKnows(State state) {
    told.add(state);
  }

  private Duration timeForACommand() {
    if (mailboxes.isPresent()) {
      return limits.idle();
    }
    return gate.timeLeft(limits.login());
  }

  private void inputEnded() throws IOException {
    switch (wire.ending()) {
      case BY_PEER -> wire.end();
      case BY_LIMIT -> bye("Time is over");
      case BY_STOP -> bye("Mailroom is stopping");
      case BY_ORDER -> bye("An administrator has ended this session");
    }
  }

  /** Says goodbye; nothing more is read. */
  void bye(String text) throws IOException {
    untagged("BYE " + text);
    wire.end();
  }

  /** Begins TLS, when the client has been told to. */
  void startTls() throws IOException {
    if (!wire.startTls(limits.handshake())) {
      inputEnded();
    }
    source.begin();
    out = new ResponseWriter(wire.stream(limits.stall()));
  }

  /** Compresses from now on, when the client has been told to. */
  void compress() throws IOException {
    wire.compress();
    source.begin();
  }

  /** True when a password may come now: under TLS, or from this host. */
  boolean mayLogIn() {
    return mailboxes.isEmpty() && gate.letsPasswordsThrough();
  }

  /** Who may log in. */
  Logins logins() {
    return service.logins();
  }

  /** The client has claimed to be a user. */
  Completion logIn(ServerStep claim) throws IOException, MailboxException {
    return switch (logins().check(client, claim)) {
      case LoginAnswer.Granted granted -> {
        mailboxes = Optional.of(service.open(granted.user()));
        wire.identify(granted.user().toString());
        errors = 0;
        yield Completion.ok(Capabilities.of(this), "Logged in");
      }
      case LoginAnswer.Denied denied -> deny(denied.delay());
      case LoginAnswer.Locked locked ->
          Completion.no("UNAVAILABLE", "Authentication failed too often, try again later");
    };
  }

  private Completion deny(Duration delay) throws IOException {
    if (gate.deny(delay, limits.failedLogins())) {
      bye("Authentication failed too often");
    }
    return Completion.no("AUTHENTICATIONFAILED", "Authentication failed");
  }

  /** The next line of the client within a command, in place of another command. */
  String nextLine() throws IOException, ImapSyntaxException {
    return source.nextLine();
  }

  boolean isLoggedIn() {
    return mailboxes.isPresent();
  }

  /** The user's mailboxes, after a login. */
  UserMailboxes mailboxes() {
    return mailboxes.orElseThrow();
  }

  /** What is selected, when something is. */
  Selection selection() {
    return selection.orElseThrow();
  }

  boolean hasSelection() {
    return selection.isPresent();
  }

  /** Something is selected in place of what was. */
  void select(Selection selected) {
    selection = Optional.of(selected);
  }

  /** Nothing is selected any more. */
  void unselect() {
    selection.ifPresent(Selection::close);
    selection = Optional.empty();
  }

  /** The client understands this from now on. */
  void enable(Extension extension) {
    enabled.add(extension);
    if (extension.bringsUtf8()) {
      out.quoteUtf8();
    }
  }

  Set<Extension> enabled() {
    return enabled;
  }

  /** The client uses modification sequences from now on (RFC 7162, 3.1). */
  void useModseqs() {
    enabled.add(Extension.CONDSTORE);
  }

  ImapLimits limits() {
    return limits;
  }

  ResponseWriter out() {
    return out;
  }

  SessionWire wire() {
    return wire;
  }

  String tag() {
    return tag;
  }

  Instant now() {
    return clock.instant();
  }

  /** Says something that belongs to no command. */
  void untagged(String text) throws IOException {
    out.text("* " + text).end();
  }
}
