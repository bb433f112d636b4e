package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
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
  UID("UID"),
  FLAGS("FLAGS"),
  MODSEQ("MODSEQ"),
  INTERNALDATE("INTERNALDATE"),
  SIZE("RFC822.SIZE"),
  ENVELOPE("ENVELOPE"),
  BODY("BODY"),
  BODYSTRUCTURE("BODYSTRUCTURE");

  private final String text;

  MessageAttribute(String text) {
    this.text = text;
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
  public Wanted wanted() {
    return switch (this) {
      case UID, FLAGS, MODSEQ, INTERNALDATE, SIZE -> Wanted.NOTHING;
      case ENVELOPE -> Wanted.of(Detail.ENVELOPE);
      case BODYSTRUCTURE -> Wanted.of(Detail.BODY_STRUCTURE);
      case BODY -> Wanted.of(Detail.STRUCTURE);
    };
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
      case ENVELOPE -> writeEnvelope(data, out);
      case BODY -> new BodyStructureText(out, false).write(message.body());
      case BODYSTRUCTURE -> writeBodyStructure(message, out);
    }
  }

  private static void writeEnvelope(MessageData data, ResponseWriter out) throws IOException {
    Optional<byte[]> kept = data.envelope();
    if (kept.isPresent()) {
      out.octets(kept.get());
    } else {
      EnvelopeText.write(data.structure().message(), out);
    }
  }

  private static void writeBodyStructure(FetchedMessage message, ResponseWriter out)
      throws IOException {
    Optional<byte[]> kept = message.data().bodyStructure();
    if (kept.isPresent()) {
      out.octets(kept.get());
    } else {
      new BodyStructureText(out, true).write(message.body());
    }
  }
}
