package org.mailroom.smtp.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.MessageContent;
import org.mailroom.smtp.SmtpReply;

/**
 * A content on its way in: what is stored of it, and why it is refused, if it is. A refused content
 * stores nothing more and has removed what it stored.
 */
final class IncomingContent implements AutoCloseable {

  private static final Logger LOG = System.getLogger(IncomingContent.class.getName());

  private final ContentBuilder builder;
  private final SmtpServerLimits limits;
  private final HeaderWatch header;
  private Optional<SmtpReply> refusal = Optional.empty();
  private long size;
  private int line;

  /** A content that begins with a trace field of this hub. */
  IncomingContent(ContentBuilder builder, ReceivedField trace, SmtpServerLimits limits) {
    this.builder = builder;
    this.limits = limits;
    this.header = new HeaderWatch(limits, trace.hostname());
    byte[] field = trace.octets();
    store(field, 0, field.length);
  }

  /** Why the content is refused, empty when it is not. */
  Optional<SmtpReply> refusal() {
    return refusal;
  }

  /** The body of the Subject field as it came, empty without one. */
  String subject() {
    return header.subject();
  }

  /** Refuses the content, unless it is refused already. */
  void refuse(SmtpReply reply) {
    if (refusal.isEmpty()) {
      refusal = Optional.of(reply);
      builder.close();
    }
  }

  /** Octets to be stored, with line ends. */
  void octets(byte[] octets, int from, int to) {
    size += to - from;
    if (size > limits.messageSize()) {
      refuse(Replies.MAIL_TOO_LARGE);
    }
    if (refusal.isEmpty() && from < to) {
      store(octets, from, to);
    }
  }

  /** The same octets line by line: a piece of one, without its end. */
  void text(byte[] octets, int from, int to) {
    if (header.isOpen()) {
      header.text(octets, from, to, line == 0);
      refuseForHeader();
    }
    line += to - from;
    if (line > limits.textLine() - 2) {
      refuse(Replies.TEXT_LINE_TOO_LONG);
      line = limits.textLine();
    }
  }

  /** The line is over. */
  void lineEnd() {
    if (header.isOpen()) {
      header.lineEnd(line);
      refuseForHeader();
    }
    line = 0;
  }

  /** The content is over. */
  void end() {
    if (header.isOpen()) {
      header.lineEnd(0);
      refuseForHeader();
    }
  }

  /**
   * The content as stored. It was not refused.
   *
   * @throws IOException when it can't be completed
   */
  MessageContent finish() throws IOException {
    return builder.finish();
  }

  @Override
  public void close() {
    builder.close();
  }

  private void refuseForHeader() {
    header.refusal().ifPresent(this::refuse);
  }

  private void store(byte[] octets, int from, int to) {
    try {
      builder.write(octets, from, to - from);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "A content could not be spooled: " + e);
      refuse(Replies.NO_ROOM);
    }
  }
}
