package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.MessageData.Detail;
import org.mailroom.imap.grammar.ImapDates;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * What is known of a message without its octets.
 *
 * <pre>
 * msg-att-static  = "ENVELOPE" SP envelope / "INTERNALDATE" SP date-time /
 *                   "RFC822.SIZE" SP number64 / "BODY" ["STRUCTURE"] SP body / "UID" SP uniqueid
 * msg-att-dynamic = "FLAGS" SP "(" [flag-fetch *(SP flag-fetch)] ")"
 * fetch-mod-resp  = "MODSEQ" SP "(" permsg-modsequence ")"        ; RFC 7162
 * </pre>
 */
enum MessageAttribute implements FetchItem {
  UID("UID", Detail.STATE),
  FLAGS("FLAGS", Detail.STATE),
  MODSEQ("MODSEQ", Detail.STATE),
  INTERNALDATE("INTERNALDATE", Detail.SUMMARY),
  SIZE("RFC822.SIZE", Detail.SUMMARY),
  ENVELOPE("ENVELOPE", Detail.STRUCTURE),
  BODY("BODY", Detail.STRUCTURE),
  BODYSTRUCTURE("BODYSTRUCTURE", Detail.STRUCTURE);

  private final String text;
  private final Detail detail;

  MessageAttribute(String text, Detail detail) {
    this.text = text;
    this.detail = detail;
  }

  /**
   * The one of this name.
   *
   * @param name in capitals
   */
  static Optional<MessageAttribute> named(String name) {
    for (MessageAttribute attribute : values()) {
      if (attribute.text.equals(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  @Override
  public Detail detail() {
    return detail;
  }

  @Override
  public void write(FetchedMessage message, ResponseWriter out) throws IOException {
    MessageData data = message.data();
    out.text(text).text(" ");
    switch (this) {
      case UID -> out.number(data.uid());
      case FLAGS -> out.text("(").text(data.flags().text()).text(")");
      case MODSEQ -> out.text("(").number(data.modseq()).text(")");
      case INTERNALDATE -> out.string(ImapDates.text(data.internalDate()));
      case SIZE -> out.number(data.size());
      case ENVELOPE -> EnvelopeText.write(data.structure().message(), out);
      case BODY -> new BodyStructureText(out, false).write(message.body());
      case BODYSTRUCTURE -> new BodyStructureText(out, true).write(message.body());
    }
  }
}
