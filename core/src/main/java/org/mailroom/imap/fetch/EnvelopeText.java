package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.List;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.MimePart;

/**
 * The envelope of a message, from its header (RFC 9051, 2.3.5 and 7.5.2). Encoded words stay as
 * they are.
 *
 * <pre>
 * envelope = "(" env-date SP env-subject SP env-from SP env-sender SP env-reply-to SP env-to SP
 *            env-cc SP env-bcc SP env-in-reply-to SP env-message-id ")"
 * env-from = "(" 1*address ")" / nil
 * </pre>
 */
final class EnvelopeText {

  private EnvelopeText() {}

  /** Writes it. */
  static void write(MimePart message, ResponseWriter out) throws IOException {
    List<EnvelopeAddress> from = EnvelopeAddress.all(message, "from");
    out.text("(").nstring(message.field("date"));
    out.text(" ").nstring(message.field("subject"));
    write(from, out);
    write(orFrom(EnvelopeAddress.all(message, "sender"), from), out);
    write(orFrom(EnvelopeAddress.all(message, "reply-to"), from), out);
    write(EnvelopeAddress.all(message, "to"), out);
    write(EnvelopeAddress.all(message, "cc"), out);
    write(EnvelopeAddress.all(message, "bcc"), out);
    out.text(" ").nstring(message.field("in-reply-to"));
    out.text(" ").nstring(message.field("message-id")).text(")");
  }

  private static List<EnvelopeAddress> orFrom(
      List<EnvelopeAddress> addresses, List<EnvelopeAddress> from) {
    return addresses.isEmpty() ? from : addresses;
  }

  private static void write(List<EnvelopeAddress> addresses, ResponseWriter out)
      throws IOException {
    out.text(" ");
    if (addresses.isEmpty()) {
      out.nil();
      return;
    }
    out.text("(");
    for (EnvelopeAddress address : addresses) {
      address.write(out);
    }
    out.text(")");
  }
}
