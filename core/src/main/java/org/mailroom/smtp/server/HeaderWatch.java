package org.mailroom.smtp.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;

/**
 * Watches the header of a content pass by (RFC 5322, 2.2): its size, its fields, its subject, and
 * how often the mail was here before (RFC 5321, 6.3). The header ends at the first line that is no
 * field.
 */
final class HeaderWatch {

  private static final int KEPT = 1024;
  private static final String RECEIVED = "received";
  private static final String SUBJECT = "subject";

  private final SmtpServerLimits limits;
  private final String ownStamp;
  private final byte[] field = new byte[KEPT];
  private int kept;
  private int fieldSize;
  private int headerSize;
  private int fields;
  private int received;
  private int receivedHere;
  private boolean continued;
  private boolean open = true;
  private String subject = "";
  private boolean hasSubject;
  private Optional<SmtpReply> refusal = Optional.empty();

  HeaderWatch(SmtpServerLimits limits, String hostname) {
    this.limits = limits;
    this.ownStamp = "by " + hostname.toLowerCase(Locale.ROOT);
  }

  /** True until the header is over. */
  boolean isOpen() {
    return open;
  }

  /** Why the header refuses the mail, empty when it doesn't. */
  Optional<SmtpReply> refusal() {
    return refusal;
  }

  /**
   * The body of the first Subject field, unfolded, not decoded, cut with its field after 1,024
   * octets; empty when there is none. Octets that are no UTF-8 stand as U+FFFD.
   */
  String subject() {
    return subject;
  }

  /** A piece of a line, the first of it or a further one. */
  void text(byte[] octets, int from, int to, boolean first) {
    if (from == to) {
      return;
    }
    if (first) {
      continued = octets[from] == ' ' || octets[from] == '\t';
      if (!continued) {
        endField();
        fields++;
      }
    }
    int copied = Math.min(to - from, KEPT - kept);
    System.arraycopy(octets, from, field, kept, copied);
    kept += copied;
    count(to - from);
  }

  /** The line is over and had {@code length} octets. */
  void lineEnd(int length) {
    if (length == 0) {
      open = false;
      endField();
    } else if (continued ? fields == 0 : nameEnd() == 0) {
      open = false;
    } else {
      count(2);
    }
  }

  private void count(int octets) {
    fieldSize += octets;
    headerSize += octets;
    if (headerSize > limits.headerSize()
        || fieldSize > limits.fieldSize()
        || fields > limits.fields()) {
      refuse(Replies.HEADER_TOO_LARGE);
    }
  }

  private void endField() {
    int name = nameEnd();
    if (name == SUBJECT.length() && !hasSubject && fieldText(name).equals(SUBJECT)) {
      hasSubject = true;
      String text = new String(field, 0, kept, StandardCharsets.UTF_8);
      subject = text.substring(text.indexOf(':') + 1).strip();
    } else if (name == RECEIVED.length() && fieldText(name).equals(RECEIVED)) {
      received++;
      receivedHere += namesThisHub(fieldText(kept)) ? 1 : 0;
      if (received >= limits.receivedFields() || receivedHere >= limits.ownReceivedFields()) {
        refuse(Replies.LOOP);
      }
    }
    kept = 0;
    fieldSize = 0;
  }

  private void refuse(SmtpReply reply) {
    refusal = Optional.of(reply);
    open = false;
  }

  /** Octets of the field's name, 0 when it has none. */
  private int nameEnd() {
    int end = 0;
    while (end < kept && field[end] > ' ' && field[end] < 0x7F && field[end] != ':') {
      end++;
    }
    int colon = end;
    while (colon < kept && (field[colon] == ' ' || field[colon] == '\t')) {
      colon++;
    }
    return colon < kept && field[colon] == ':' ? end : 0;
  }

  private String fieldText(int length) {
    return new String(field, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** True when the hub's name stands behind {@code by}, as a whole word. */
  private boolean namesThisHub(String text) {
    int at = text.indexOf(ownStamp);
    while (at >= 0) {
      int end = at + ownStamp.length();
      boolean begins = at > 0 && " \t".indexOf(text.charAt(at - 1)) >= 0;
      if (begins && (end == text.length() || " \t;(".indexOf(text.charAt(end)) >= 0)) {
        return true;
      }
      at = text.indexOf(ownStamp, at + 1);
    }
    return false;
  }
}
