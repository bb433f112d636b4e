package org.mailroom.smtp.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

/**
 * Sends mail over sessions that are used again: idle for at most 5 s, for 300 s in all and 100
 * mails. Starts no threads: somebody calls {@link #sweep} every second or two.
 *
 * <p>Safe for any number of threads. No lock is held across I/O.
 */
public final class SmtpClientPool implements AutoCloseable {

  private static final Logger LOG = System.getLogger(SmtpClientPool.class.getName());

  private static final Duration GOODBYES = Duration.ofSeconds(5);
  private static final int MAX_MAILS = 100;

  private final SmtpClient client;
  private final LongSupplier nanoTime;
  private final IdleSessions idle;
  private final PlainPeers plainPeers;
  private volatile boolean closed;

  /** A pool of sessions that {@code client} opens, with the same clock as the client's. */
  public SmtpClientPool(SmtpClient client, LongSupplier nanoTime) {
    this.client = client;
    this.nanoTime = nanoTime;
    this.idle = new IdleSessions(nanoTime);
    this.plainPeers = new PlainPeers(nanoTime);
  }

  /**
   * Sends one mail, over an idle session or a new one. An idle session that turns out dead before
   * it has taken anything is replaced by a new one, without a word.
   *
   * @return one report per recipient, in the order of the envelope
   * @throws SessionNotOpenedException when there is no session to be had
   * @throws IOException when the content can't be read
   */
  public List<RecipientReport> send(SmtpPeer peer, Envelope envelope, MessageContent content)
      throws SessionNotOpenedException, IOException {
    quit(idle.takeExpired(peer));
    SmtpClientSession session = idle.take(peer);
    if (session != null) {
      List<RecipientReport> reports = send(session, peer, envelope, content);
      if (!wasStale(reports)) {
        return reports;
      }
    }
    return send(openPerhapsInPlain(peer), peer, envelope, content);
  }

  /** Ends sessions that were idle for too long, and those whose peer doesn't read. */
  public void sweep() {
    client.abortStalled();
    quit(idle.takeExpired());
  }

  /** Ends all idle sessions; those in use end when their mail does. */
  @Override
  public void close() {
    closed = true;
    quit(idle.takeAll());
  }

  private List<RecipientReport> send(
      SmtpClientSession session, SmtpPeer peer, Envelope envelope, MessageContent content)
      throws IOException {
    try {
      return session.send(envelope, content);
    } finally {
      giveBack(peer, session);
    }
  }

  /** Where TLS is a bonus, a failed handshake costs one connection an hour and no mail. */
  private SmtpClientSession openPerhapsInPlain(SmtpPeer peer) throws SessionNotOpenedException {
    boolean mayFallBack = peer.startTls() == StartTls.IF_OFFERED && peer.isUsableInPlain();
    if (mayFallBack && plainPeers.contains(peer)) {
      return client.open(peer.inPlain());
    }
    try {
      return client.open(peer);
    } catch (SessionNotOpenedException e) {
      if (mayFallBack && e.report() instanceof NoAnswer none && none.stage() == Stage.STARTTLS) {
        SmtpClientSession session = client.open(peer.inPlain());
        remember(peer, none);
        return session;
      }
      throw e;
    }
  }

  private void remember(SmtpPeer peer, NoAnswer failure) {
    if (plainPeers.add(peer)) {
      LOG.log(
          Level.WARNING,
          "TLS with {0} ({1}) failed: {2}. For an hour mail goes there in plain text",
          peer.name(),
          peer.address().getAddress().getHostAddress(),
          failure.detail());
    }
  }

  private void giveBack(SmtpPeer peer, SmtpClientSession session) {
    if (!session.isReusable()) {
      return;
    }
    if (closed || session.mails() >= MAX_MAILS || IdleSessions.isTooOld(session)) {
      quit(List.of(session));
    } else {
      idle.put(peer, session);
    }
  }

  /** Says QUIT to all before it waits for any, and waits for all together no longer than 5 s. */
  private void quit(List<SmtpClientSession> sessions) {
    sessions.forEach(SmtpClientSession::sayQuit);
    long deadline = nanoTime.getAsLong() + GOODBYES.toNanos();
    for (SmtpClientSession session : sessions) {
      long left = Math.max(1, deadline - nanoTime.getAsLong());
      session.awaitGoodbye(Duration.ofNanos(left));
    }
  }

  private static boolean wasStale(List<RecipientReport> reports) {
    List<Report> sent =
        reports.stream()
            .map(RecipientReport::report)
            .filter(report -> !(report instanceof Report.Unsuitable))
            .toList();
    return !sent.isEmpty() && sent.stream().allMatch(SmtpClientPool::meansStale);
  }

  private static boolean meansStale(Report report) {
    return report instanceof NoAnswer none && none.stage() == Stage.MAIL
        || report instanceof Refused refused
            && refused.stage() == Stage.MAIL
            && refused.reply().code() == 421;
  }
}
