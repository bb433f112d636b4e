package org.mailroom.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.session.DotStuffer;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

/**
 * One mail in one session, from MAIL to the reply to the final dot. A recipient is open until it
 * has a report. In LMTP (RFC 2033, 4.2) the dot has a reply for each recipient that RCPT accepted.
 */
final class MailSending {

  private final Conversation conversation;
  private final Extensions offered;
  private final boolean lmtp;
  private final SmtpClientTimeouts timeouts;
  private final MessageContent content;
  private final List<EnvelopeRecipient> recipients;
  private final Report[] reports;
  private final Envelope envelope;
  private final boolean resetFirst;
  private boolean transactionOpen;
  private boolean lost;
  private Stage stage = Stage.MAIL;

  MailSending(
      Conversation conversation,
      Extensions offered,
      boolean lmtp,
      SmtpClientTimeouts timeouts,
      Envelope envelope,
      MessageContent content,
      boolean resetFirst) {
    this.conversation = conversation;
    this.offered = offered;
    this.lmtp = lmtp;
    this.timeouts = timeouts;
    this.envelope = envelope;
    this.content = content;
    this.recipients = envelope.recipients();
    this.reports = new Report[recipients.size()];
    this.resetFirst = resetFirst;
    this.transactionOpen = resetFirst;
  }

  /** True when no other mail can follow on the connection. */
  boolean connectionIsLost() {
    return lost;
  }

  /** True when RSET has to come before the next MAIL. */
  boolean leavesTransactionOpen() {
    return transactionOpen;
  }

  List<RecipientReport> send() throws IOException {
    ContentTraits traits = ContentTraits.of(content);
    MailCommands commands = new MailCommands(offered, envelope, traits);
    settleUnsuitable(commands);
    if (isSettled()) {
      return reports();
    }
    try {
      conversation.requireSilence();
      if (offered.pipelining() ? envelopeInOneWrite(commands) : envelopeStepByStep(commands)) {
        sendContent(traits);
      }
    } catch (ConnectionLostException e) {
      lost = true;
      settleOpen(new NoAnswer(stage, e.getMessage()));
    } catch (ClosingException e) {
      lost = true;
      settleOpen(new Refused(stage, e.reply()));
    }
    return reports();
  }

  /** All commands at once; a refused one doesn't keep the peer from answering the rest. */
  private boolean envelopeInOneWrite(MailCommands commands)
      throws ConnectionLostException, ClosingException {
    WireOutput out = conversation.out();
    if (resetFirst) {
      out.line("RSET");
    }
    out.line(commands.mail());
    boolean[] asked = new boolean[reports.length];
    for (int i = 0; i < reports.length; i++) {
      if (reports[i] == null) {
        asked[i] = true;
        out.line(commands.rcpt(recipients.get(i)));
      }
    }
    out.line("DATA");
    out.flush();
    if (resetFirst) {
      takeResetReply();
    }
    takeMailReply();
    for (int i = 0; i < reports.length; i++) {
      if (asked[i]) {
        takeRcptReply(i);
      }
    }
    return takeDataReply();
  }

  private boolean envelopeStepByStep(MailCommands commands)
      throws ConnectionLostException, ClosingException {
    if (resetFirst) {
      send("RSET");
      takeResetReply();
    }
    send(commands.mail());
    takeMailReply();
    for (int i = 0; i < reports.length; i++) {
      if (reports[i] == null) {
        send(commands.rcpt(recipients.get(i)));
        takeRcptReply(i);
      }
    }
    if (isSettled()) {
      return false;
    }
    send("DATA");
    return takeDataReply();
  }

  private void takeResetReply() throws ConnectionLostException, ClosingException {
    SmtpReply reply = conversation.reply(timeouts.mail());
    if (!reply.isPositive()) {
      throw new ConnectionLostException("RSET was answered " + reply.code());
    }
    transactionOpen = false;
  }

  private void takeMailReply() throws ConnectionLostException, ClosingException {
    SmtpReply reply = answer(Stage.MAIL, timeouts.mail());
    if (reply.isPositive()) {
      transactionOpen = true;
    } else {
      settleOpen(new Refused(Stage.MAIL, reply));
    }
  }

  private void takeRcptReply(int recipient) throws ConnectionLostException, ClosingException {
    SmtpReply reply = answer(Stage.RCPT, timeouts.rcpt());
    if (!reply.isPositive() && reports[recipient] == null) {
      reports[recipient] = new Refused(Stage.RCPT, reply);
    }
  }

  /** True when the content is to follow for somebody. */
  private boolean takeDataReply() throws ConnectionLostException, ClosingException {
    stage = Stage.DATA;
    SmtpReply reply = conversation.reply(timeouts.data());
    if (reply.isPositive()) {
      throw new ConnectionLostException("DATA was answered " + reply.code());
    }
    if (!reply.isIntermediate()) {
      settleOpen(new Refused(Stage.DATA, reply));
      return false;
    }
    conversation.requireNothingBuffered();
    if (isSettled()) {
      endWithoutContent();
      return false;
    }
    return true;
  }

  /** 354 although every recipient was refused: only a dot ends it (RFC 2920, 3.1). */
  private void endWithoutContent() throws ConnectionLostException, ClosingException {
    if (lmtp) {
      throw new ConnectionLostException("DATA was answered 354 without a recipient");
    }
    send(".");
    conversation.reply(timeouts.dot());
    transactionOpen = false;
  }

  private void sendContent(ContentTraits traits) throws IOException, ClosingException {
    stage = Stage.DOT;
    try {
      WireOutput out = conversation.out();
      content.writeTo(new DotStuffer(out));
      if (!traits.endsWithCrlf()) {
        out.line("");
      }
      send(".");
    } catch (ConnectionLostException e) {
      throw lastWords(e);
    }
    if (lmtp) {
      takeDotReplies();
    } else {
      settleOpen(takeDotReply());
    }
  }

  private void takeDotReplies() throws ConnectionLostException, ClosingException {
    for (int i = 0; i < reports.length; i++) {
      if (reports[i] == null) {
        reports[i] = takeDotReply();
      }
    }
  }

  private Report takeDotReply() throws ConnectionLostException, ClosingException {
    SmtpReply reply = answer(Stage.DOT, timeouts.dot());
    transactionOpen = false;
    return reply.isPositive() ? new Accepted(reply, offered.dsn()) : new Refused(Stage.DOT, reply);
  }

  /** The peer hung up while we wrote; perhaps it has said why, and that is its answer. */
  private ConnectionLostException lastWords(ConnectionLostException lostBy)
      throws ClosingException {
    try {
      SmtpReply reply = conversation.reply(timeouts.quit());
      if (reply.isTransient() || reply.isPermanent()) {
        settleOpen(new Refused(Stage.DOT, reply));
      }
    } catch (ConnectionLostException e) {
      // It has not.
    }
    return lostBy;
  }

  private void send(String line) throws ConnectionLostException {
    conversation.out().line(line);
    conversation.out().flush();
  }

  private SmtpReply answer(Stage asked, Duration timeout)
      throws ConnectionLostException, ClosingException {
    stage = asked;
    SmtpReply reply = conversation.reply(timeout);
    if (reply.isIntermediate()) {
      throw new ConnectionLostException("answered " + reply.code());
    }
    return reply;
  }

  private void settleUnsuitable(MailCommands commands) {
    Optional<Report> forAll = commands.unsuitable();
    for (int i = 0; i < reports.length; i++) {
      EnvelopeRecipient recipient = recipients.get(i);
      reports[i] = forAll.or(() -> commands.unsuitable(recipient)).orElse(null);
    }
  }

  private void settleOpen(Report report) {
    for (int i = 0; i < reports.length; i++) {
      if (reports[i] == null) {
        reports[i] = report;
      }
    }
  }

  private boolean isSettled() {
    return Arrays.stream(reports).allMatch(Objects::nonNull);
  }

  private List<RecipientReport> reports() {
    List<RecipientReport> all = new ArrayList<>(reports.length);
    for (int i = 0; i < reports.length; i++) {
      all.add(new RecipientReport(recipients.get(i), reports[i]));
    }
    return all;
  }
}
