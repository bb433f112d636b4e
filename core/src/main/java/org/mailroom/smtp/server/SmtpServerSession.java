package org.mailroom.smtp.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.session.CommandLines;
import org.mailroom.session.EndOfSessionException;
import org.mailroom.smtp.CommandLine;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;
import org.mailroom.transport.Connection;

/**
 * A conversation with one client, from greeting to close (RFC 5321, 3.1). It runs on the thread
 * that calls {@link #run} and on no other.
 */
final class SmtpServerSession {

  private static final Logger LOG = System.getLogger(SmtpServerSession.class.getName());

  private final SessionServices services;
  private Peer peer;
  private boolean trusted;
  private final Wire wire;
  private CommandLines lines;
  private final Strikes strikes = new Strikes();
  private SmtpServerLimits limits;
  private Optional<ClientName> name = Optional.empty();
  private Optional<MailTransaction> transaction = Optional.empty();
  private boolean mailRefused;
  private int mails;

  SmtpServerSession(Connection connection, SessionServices services) {
    this.services = services;
    this.peer = Peer.of(connection.peer().getAddress());
    this.trusted = services.policy().isTrusted(client());
    this.wire = new Wire(connection, services, trusted);
    this.lines = new CommandLines(wire.input());
    this.limits = services.limits().get();
  }

  /**
   * Holds the conversation.
   *
   * @throws IOException when the connection breaks
   */
  void run() throws IOException {
    wire.voice().note("connected");
    try {
      if (services.service().beginsWithTls()) {
        startTls();
      }
      greet();
      while (!wire.isEnded()) {
        nextCommand();
      }
    } catch (EndOfSessionException e) {
      // What there was to say has been said.
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An SMTP session with " + client().getHostAddress() + " failed", e);
      wire.reply(Replies.FAULT);
    } finally {
      endTransaction();
      wire.voice().note("closed");
    }
    wire.flush();
  }

  private void greet() throws IOException {
    if (wire.isEnded()) {
      return;
    }
    Optional<SmtpReply> refusal = policy().refuseConnection(client());
    if (refusal.isPresent()) {
      wire.reply(refusal.get());
      wire.end();
    } else if (wire.input().hasMore()) {
      wire.reply(Replies.TOO_EARLY);
      wire.end();
    } else {
      wire.reply(Replies.greeting(hostname()));
    }
  }

  private void nextCommand() throws IOException {
    wire.input().shrink();
    limits = services.limits().get();
    switch (awaitLine(limits.commandLine())) {
      case LINE -> {
        CommandLine line = CommandLine.parse(lines.text());
        wire.voice().client(line);
        execute(line);
      }
      case MALFORMED -> refuse(Replies.MALFORMED_LINE);
      case TOO_LONG -> refuse(Replies.LINE_TOO_LONG);
      case INCOMPLETE -> {
        // The session has ended.
      }
    }
  }

  /** Waits for a line; there is none only when the session has ended. */
  private CommandLines.Scan awaitLine(int most) throws IOException {
    boolean again = false;
    CommandLines.Scan scan = lines.scan(most, limits.authLine());
    while (scan == CommandLines.Scan.INCOMPLETE) {
      if (!wire.awaitCommand(limits, again)) {
        return scan;
      }
      if (lines.isTls()) {
        wire.end();
        return scan;
      }
      again = true;
      scan = lines.scan(most, limits.authLine());
    }
    return scan;
  }

  /**
   * Waits for a line of the client's that is no command, within AUTH.
   *
   * @throws SmtpSyntaxException when it is none
   * @throws IOException when the session has ended
   */
  String nextLine() throws IOException, SmtpSyntaxException {
    return switch (awaitLine(limits.authLine())) {
      case LINE -> lines.text();
      case MALFORMED -> throw new SmtpSyntaxException(Replies.MALFORMED_LINE);
      case TOO_LONG -> throw new SmtpSyntaxException(Replies.LOGIN_LINE_TOO_LONG);
      case INCOMPLETE -> throw new EndOfSessionException();
    };
  }

  private void execute(CommandLine line) throws IOException {
    if (CommandTable.isOfAnotherProtocol(line.verb())) {
      wire.end();
      return;
    }
    try {
      Command command = CommandTable.parse(line);
      Optional<SmtpReply> refusal = command.check(this);
      if (refusal.isPresent()) {
        command.refuse(this, refusal.get());
      } else {
        command.proceed(this);
        if (command.isIdle() && strikes.countIdleCommand(limits)) {
          slowDown();
        }
      }
    } catch (SmtpSyntaxException e) {
      refuse(e.reply());
    }
  }

  /** Answers a command. */
  void reply(SmtpReply reply) throws IOException {
    wire.reply(reply);
  }

  /** Answers a command that is refused, late or with 421 when there have been many such. */
  void refuse(SmtpReply reply) throws IOException {
    if (isError(reply)) {
      if (strikes.countError(limits)) {
        slowDown();
      }
    } else if (Strikes.isUnknownRecipient(reply) && strikes.countUnknownRecipient(limits)) {
      wire.pause(limits.unknownRecipientDelay());
    }
    if (!wire.isEnded()) {
      wire.reply(reply);
    }
  }

  /** A client that pipelines can't know that its MAIL was refused. */
  private boolean isError(SmtpReply reply) {
    return Strikes.isError(reply) && !(mailRefused && reply.equals(Replies.MAIL_FIRST));
  }

  private void slowDown() throws IOException {
    if (strikes.areEnough(limits)) {
      wire.reply(Replies.TOO_MANY_ERRORS);
    } else {
      wire.pause(limits.errorDelay());
    }
  }

  /** The client has introduced itself; that ends a mail that has begun (RFC 5321, 4.1.4). */
  void introduce(ClientName clientName) {
    endTransaction();
    name = Optional.of(clientName);
  }

  /** Begins TLS. Who the client said it was, and its mail, are forgotten. */
  void startTls() throws IOException {
    endTransaction();
    name = Optional.empty();
    wire.startTls(limits);
    lines = new CommandLines(wire.input());
  }

  /** The client has proved to be a user. */
  void loggedIn(Address user) throws IOException {
    peer = new Peer(peer.client(), Optional.of(user));
    trusted = true;
    wire.trust();
    wire.identify(user.toString());
    wire.reply(Replies.LOGIN_OK);
  }

  /** The client has claimed to be a user, and is not. */
  void loginDenied(Duration delay) throws IOException {
    if (delay.isPositive()) {
      wire.pause(delay);
    }
    wire.reply(strikes.countFailedLogin(limits) ? Replies.TOO_MANY_LOGINS : Replies.LOGIN_FAILED);
  }

  /** True when a login has to come before the next mail. */
  boolean needsLogin() {
    return services.service().needsLogin() && peer.user().isEmpty();
  }

  /** How the client has introduced itself, if it has. */
  Optional<ClientName> clientName() {
    return name;
  }

  /** The mail that has begun, if any. */
  Optional<MailTransaction> transaction() {
    return transaction;
  }

  void begin(MailTransaction mail) {
    transaction = Optional.of(mail);
    mailRefused = false;
    mails++;
  }

  /** MAIL or a chunk was refused, and the client may have sent more commands of that mail. */
  void mailRefused() {
    mailRefused = true;
  }

  /** Forgets the mail that has begun, and what was stored of it. */
  void endTransaction() {
    mailRefused = false;
    transaction.ifPresent(MailTransaction::close);
    transaction = Optional.empty();
  }

  /** Mails that have begun on this connection. */
  int mails() {
    return mails;
  }

  /** Starts the content of the mail that has begun. */
  void beginContent() {
    MailTransaction mail = transaction.orElseThrow();
    ClientName from = name.orElseThrow();
    mail.beginContent(
        policy().spool().newContent(),
        new ReceivedField(
            from.text(),
            peer,
            hostname(),
            from.protocol(mail.smtpUtf8(), wire.tls().isPresent(), peer.user().isPresent()),
            wire.tls(),
            policy().queueIds().next(),
            mail.onlyRecipient(),
            ZonedDateTime.now(services.clock())),
        limits);
  }

  /**
   * Hands over the mail whose content is complete, and answers. When nobody knows whether it was
   * taken, the connection closes without an answer, and the client sends the mail again.
   */
  void completeMail() throws IOException {
    wire.unlimited();
    Optional<SmtpReply> answer = transaction.orElseThrow().handOver(services.reception());
    endTransaction();
    strikes.countMail();
    if (answer.isPresent()) {
      wire.reply(answer.get());
    } else {
      wire.end();
    }
  }

  Wire wire() {
    return wire;
  }

  SmtpServerLimits limits() {
    return limits;
  }

  ReceptionPolicy policy() {
    return services.policy();
  }

  String hostname() {
    return services.policy().hostname();
  }

  InetAddress client() {
    return peer.client();
  }

  /** Who sends. */
  Peer peer() {
    return peer;
  }

  /** True for a client of a trusted network and for one that has logged in. */
  boolean isTrusted() {
    return trusted;
  }
}
