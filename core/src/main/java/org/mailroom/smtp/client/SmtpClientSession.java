package org.mailroom.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.smtp.SmtpReply;

/**
 * A session with one server, for any number of mails one after the other. All state of a mail is in
 * a {@link MailSending} that ends with it.
 *
 * <p>For one thread at a time; it blocks that thread. {@link #close} may be called from any.
 */
public final class SmtpClientSession implements AutoCloseable {

  private final Conversation conversation;
  private final Extensions offered;
  private final boolean lmtp;
  private final SmtpClientTimeouts timeouts;
  private final LongSupplier nanoTime;
  private final long openedAt;
  private boolean usable = true;
  private boolean transactionOpen;
  private int mails;

  SmtpClientSession(
      Conversation conversation,
      Extensions offered,
      boolean lmtp,
      SmtpClientTimeouts timeouts,
      LongSupplier nanoTime) {
    this.conversation = conversation;
    this.offered = offered;
    this.lmtp = lmtp;
    this.timeouts = timeouts;
    this.nanoTime = nanoTime;
    this.openedAt = nanoTime.getAsLong();
  }

  /**
   * Sends one mail: one SMTP transaction, or two where {@link SilentRecipients} need one.
   *
   * @return one report per recipient of the envelope, in its order
   * @throws IOException when the content can't be read; the connection is gone then, so that the
   *     peer sees no end of the mail
   * @throws IllegalStateException when the session is not {@linkplain #isReusable reusable}
   */
  public List<RecipientReport> send(Envelope envelope, MessageContent content) throws IOException {
    if (!usable) {
      throw new IllegalStateException("This session has ended");
    }
    Optional<SilentRecipients> silent = SilentRecipients.of(envelope, offered);
    return silent.isEmpty() ? sendOne(envelope, content) : sendApart(silent.get(), content);
  }

  private List<RecipientReport> sendApart(SilentRecipients silent, MessageContent content)
      throws IOException {
    List<RecipientReport> reports = new ArrayList<>();
    for (Envelope each : silent.envelopes()) {
      reports.addAll(usable ? sendOne(each, content) : SilentRecipients.notReached(each));
    }
    return silent.inOrder(reports);
  }

  private List<RecipientReport> sendOne(Envelope envelope, MessageContent content)
      throws IOException {
    usable = false;
    try {
      MailSending sending =
          new MailSending(
              conversation, offered, lmtp, timeouts, envelope, content, transactionOpen);
      List<RecipientReport> reports = sending.send();
      mails++;
      usable = !sending.connectionIsLost();
      transactionOpen = sending.leavesTransactionOpen();
      return reports;
    } finally {
      if (!usable) {
        conversation.abort();
      }
    }
  }

  /**
   * Asks whether a mail with this envelope would be taken: MAIL and RCPT, one after the other, and
   * RSET. Whoever hears the session hears the answers.
   *
   * @param size of that mail, in octets
   * @return why it would not be taken, by the first who says so; empty when it would
   */
  public Optional<Report> probe(Envelope envelope, long size) {
    ContentTraits traits = new ContentTraits(size, false, false, true, true);
    MailCommands commands = new MailCommands(offered, envelope, traits);
    Optional<Report> unsuitable =
        envelope.recipients().stream()
            .map(commands::unsuitable)
            .reduce(commands.unsuitable(), (one, other) -> one.or(() -> other));
    if (unsuitable.isPresent()) {
      return unsuitable;
    }
    usable = false;
    Stage stage = Stage.MAIL;
    try {
      Optional<Report> no = no(Stage.MAIL, conversation.ask(commands.mail(), timeouts.mail()));
      stage = Stage.RCPT;
      for (EnvelopeRecipient recipient : envelope.recipients()) {
        if (no.isEmpty()) {
          no = no(Stage.RCPT, conversation.ask(commands.rcpt(recipient), timeouts.rcpt()));
        }
      }
      stage = Stage.MAIL;
      conversation.ask("RSET", timeouts.mail());
      usable = true;
      return no;
    } catch (ConnectionLostException e) {
      return Optional.of(new Report.NoAnswer(stage, e.getMessage()));
    } catch (ClosingException e) {
      return Optional.of(new Report.Refused(stage, e.reply()));
    } finally {
      if (!usable) {
        conversation.abort();
      }
    }
  }

  private static Optional<Report> no(Stage stage, SmtpReply reply) {
    return reply.isPositive() ? Optional.empty() : Optional.of(new Report.Refused(stage, reply));
  }

  /** True when another mail can be sent. */
  public boolean isReusable() {
    return usable;
  }

  /** Mails sent so far. */
  public int mails() {
    return mails;
  }

  /** Time since the session was opened. */
  public Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - openedAt);
  }

  /** Ends the session in order: waits for the reply to QUIT, at most the time set for it. */
  public void quit() {
    sayQuit();
    awaitGoodbye(timeouts.quit());
  }

  /** Says QUIT and doesn't wait; {@link #awaitGoodbye} follows. */
  void sayQuit() {
    if (!usable) {
      return;
    }
    try {
      conversation.say("QUIT");
    } catch (ConnectionLostException e) {
      close();
    }
  }

  void awaitGoodbye(Duration timeout) {
    if (!usable) {
      return;
    }
    usable = false;
    try {
      conversation.reply(timeout);
      conversation.close();
    } catch (ConnectionLostException | ClosingException e) {
      conversation.abort();
    }
  }

  /** Ends the connection at once. */
  @Override
  public void close() {
    usable = false;
    conversation.abort();
  }
}
