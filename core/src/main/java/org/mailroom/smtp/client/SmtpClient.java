package org.mailroom.smtp.client;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.mailroom.mail.Domain;

/** Opens SMTP sessions. Safe for any number of threads; a session belongs to one. */
public final class SmtpClient {

  private final SmtpConnector connector;
  private final Domain ownName;
  private final SmtpClientTimeouts timeouts;
  private final LongSupplier nanoTime;
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();

  /**
   * A client.
   *
   * @param connector the way to the network
   * @param ownName what EHLO says
   * @param timeouts for each stage
   * @param nanoTime a clock that never jumps, such as {@link System#nanoTime}
   */
  public SmtpClient(
      SmtpConnector connector, Domain ownName, SmtpClientTimeouts timeouts, LongSupplier nanoTime) {
    this.connector = Objects.requireNonNull(connector, "a client has a connector");
    this.ownName = Objects.requireNonNull(ownName, "a client has a name");
    this.timeouts = Objects.requireNonNull(timeouts, "a client has timeouts");
    this.nanoTime = Objects.requireNonNull(nanoTime, "a client has a clock");
  }

  /**
   * A session with {@code peer}, ready for mail.
   *
   * @throws SessionNotOpenedException when the peer can't be reached, refuses, or lacks the TLS
   *     that is required. After a failed handshake nothing is tried in plain: that is the caller's
   *     to decide
   */
  public SmtpClientSession open(SmtpPeer peer) throws SessionNotOpenedException {
    return open(peer, Transcript.NONE);
  }

  /** The same, and {@code transcript} hears what is said, also after this returns. */
  public SmtpClientSession open(SmtpPeer peer, Transcript transcript)
      throws SessionNotOpenedException {
    Conversation conversation = connect(peer, transcript);
    boolean opened = false;
    try {
      Extensions offered = new Opening(conversation, peer, ownName, timeouts).open();
      opened = true;
      return new SmtpClientSession(conversation, offered, peer.lmtp(), timeouts, nanoTime);
    } finally {
      if (!opened) {
        conversation.abort();
      }
    }
  }

  /**
   * Ends connections whose peer doesn't take what is written to it, or draws out its TLS handshake:
   * nothing else would. To be called every few seconds; returns at once.
   */
  public void abortStalled() {
    conversations.forEach(Conversation::abortIfStalled);
  }

  private Conversation connect(SmtpPeer peer, Transcript transcript)
      throws SessionNotOpenedException {
    try {
      SmtpConnection connection = connector.connect(peer.address(), timeouts.connect());
      Conversation conversation =
          new Conversation(connection, timeouts, nanoTime, conversations::remove, transcript);
      conversations.add(conversation);
      transcript.connected();
      return conversation;
    } catch (IOException e) {
      String detail = ConnectionLostException.describe(e);
      throw new SessionNotOpenedException(new Report.NoAnswer(Stage.CONNECT, detail));
    }
  }
}
