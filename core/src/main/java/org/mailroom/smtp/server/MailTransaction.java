package org.mailroom.smtp.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.ReversePath;
import org.mailroom.smtp.SmtpReply;

/**
 * A mail from MAIL to the end of data (RFC 5321, 3.3). Closing it discards what was not handed
 * over.
 */
final class MailTransaction implements AutoCloseable {

  private static final Logger LOG = System.getLogger(MailTransaction.class.getName());

  private final ReversePath reversePath;
  private final MailParameters parameters;
  private final List<EnvelopeRecipient> recipients = new ArrayList<>(1);
  private int refusedRecipients;
  private ReceivedField trace;
  private IncomingContent content;
  private ContentScanner chunks;

  MailTransaction(ReversePath reversePath, MailParameters parameters) {
    this.reversePath = reversePath;
    this.parameters = parameters;
  }

  ReversePath reversePath() {
    return reversePath;
  }

  boolean smtpUtf8() {
    return parameters.smtpUtf8();
  }

  void add(EnvelopeRecipient recipient) {
    recipients.add(recipient);
  }

  int recipients() {
    return recipients.size();
  }

  /** Counts a refused recipient, and tells how many there have been. */
  int countRefused() {
    return ++refusedRecipients;
  }

  /**
   * The only recipient, fit for a trace field of this mail; empty when there are several. The
   * domain in A-labels: the hub's own field must not make SMTPUTF8 necessary at a next hop.
   */
  Optional<String> onlyRecipient() {
    if (recipients.size() > 1) {
      return Optional.empty();
    }
    Address address = recipients.getFirst().path().address();
    return Optional.of(address.withAsciiDomain());
  }

  /** Begins the content with a trace field. */
  void beginContent(ContentBuilder builder, ReceivedField field, SmtpServerLimits limits) {
    trace = field;
    content = new IncomingContent(builder, field, limits);
  }

  /** True when DATA or BDAT has begun the content. */
  boolean hasContent() {
    return content != null;
  }

  /** The content, once it has begun. */
  IncomingContent content() {
    return content;
  }

  /** Reads the chunks of this mail, one after the other. */
  ContentScanner chunks() {
    if (chunks == null) {
      chunks = ContentScanner.ofChunks(content);
    }
    return chunks;
  }

  /**
   * Hands over the mail, whose content is complete, if it was not refused while it came.
   *
   * @return what the client is told; empty when nobody knows whether the mail was taken
   */
  Optional<SmtpReply> handOver(Reception reception) {
    if (content.refusal().isPresent()) {
      return content.refusal();
    }
    try (MessageContent complete = content.finish()) {
      return switch (reception.receive(mail(complete))) {
        case ReceptionOutcome.Accepted accepted -> Optional.of(Replies.queuedAs(trace.id()));
        case ReceptionOutcome.Refused refused -> Optional.of(refused.reply());
        case ReceptionOutcome.Unknown unknown -> Optional.empty();
      };
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The content of " + trace.id() + " could not be spooled: " + e);
      return Optional.of(Replies.NO_ROOM);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The mail " + trace.id() + " could not be taken: " + e);
      LOG.log(Level.DEBUG, "Why a mail could not be taken", e);
      return Optional.of(Replies.NOT_TAKEN);
    }
  }

  private ReceivedMail mail(MessageContent complete) {
    return new ReceivedMail(
        trace.id(),
        new Envelope(
            reversePath,
            recipients,
            parameters.body().orElse(BodyType.SEVEN_BIT),
            parameters.smtpUtf8(),
            parameters.ret(),
            parameters.envelopeId()),
        complete,
        content.subject(),
        trace.peer(),
        trace.helo(),
        trace.protocol());
  }

  @Override
  public void close() {
    if (content != null) {
      content.close();
    }
  }
}
