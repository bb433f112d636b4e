package org.mailroom.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.mailroom.smtp.SmtpReply;

/** Commands out, replies in, over one connection. For one thread, but for the guard's calls. */
final class Conversation {

  private final SmtpConnection connection;
  private final LongSupplier nanoTime;
  private final StallGuard guard;
  private final Consumer<Conversation> whenEnded;
  private final Transcript transcript;
  private ReplyReader replies;
  private WireOutput out;

  Conversation(
      SmtpConnection connection,
      SmtpClientTimeouts timeouts,
      LongSupplier nanoTime,
      Consumer<Conversation> whenEnded,
      Transcript transcript)
      throws IOException {
    this.connection = connection;
    this.nanoTime = nanoTime;
    this.whenEnded = whenEnded;
    this.transcript = transcript;
    this.guard = new StallGuard(nanoTime, timeouts.block());
    useStreams();
  }

  /** Where commands and content are collected, until {@link WireOutput#flush}. */
  WireOutput out() {
    return out;
  }

  /** The next reply; what was written must have been flushed. */
  SmtpReply reply(Duration timeout) throws ConnectionLostException, ClosingException {
    SmtpReply reply = unheardReply(timeout);
    transcript.heard(reply);
    return reply;
  }

  private SmtpReply unheardReply(Duration timeout)
      throws ConnectionLostException, ClosingException {
    SmtpReply reply = replies.read(timeout);
    if (reply.code() == 421) {
      transcript.heard(reply);
      throw new ClosingException(reply);
    }
    return reply;
  }

  SmtpReply ask(String command, Duration timeout) throws ConnectionLostException, ClosingException {
    say(command);
    return reply(timeout);
  }

  /** Says something whose reply is taken later, or by nobody. */
  void say(String command) throws ConnectionLostException {
    transcript.said(command);
    out.line(command);
    out.flush();
  }

  /** Asks what nobody may read, and hears what may repeat it. */
  SmtpReply askInPrivate(String command, Duration timeout)
      throws ConnectionLostException, ClosingException {
    out.line(command);
    out.flush();
    return unheardReply(timeout);
  }

  /**
   * The handshake. What the peer, or somebody in between, sent in plain behind its reply is dropped
   * with the old reader: it can't pass for something said under TLS.
   */
  void startTls(String serverName, boolean verified, Duration timeout)
      throws ConnectionLostException {
    guard.begin();
    try {
      connection.readTimeout(timeout);
      connection.startTls(serverName, verified);
      useStreams();
      connection.tls().ifPresent(transcript::secured);
    } catch (IOException e) {
      throw new ConnectionLostException(e);
    } finally {
      guard.end();
    }
  }

  /** Refuses to go on when the peer has said something that nobody asked for, to the network. */
  void requireSilence() throws ConnectionLostException {
    if (replies.hasUnread()) {
      throw new ConnectionLostException("the peer spoke unasked");
    }
  }

  /** The same, but looks no further than what came with earlier replies. */
  void requireNothingBuffered() throws ConnectionLostException {
    if (replies.hasBuffered()) {
      throw new ConnectionLostException("more replies than commands");
    }
  }

  void close() {
    connection.close();
    whenEnded.accept(this);
  }

  /** May be called from any thread. */
  void abort() {
    connection.abort();
    whenEnded.accept(this);
  }

  /** Ends the connection when a step hangs that has no timeout of its own; from any thread. */
  void abortIfStalled() {
    if (guard.isStalled()) {
      abort();
    }
  }

  private void useStreams() throws IOException {
    replies = new ReplyReader(connection, nanoTime);
    out = new WireOutput(connection.out(), guard);
  }
}
