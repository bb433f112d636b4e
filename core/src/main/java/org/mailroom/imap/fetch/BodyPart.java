package org.mailroom.imap.fetch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mime.MimePart;
import org.mailroom.mime.MimeStructure;

/**
 * A part with the parts within it, as FETCH shows them: what has parts has one at least, though it
 * may be empty, so that sections and body structures agree with each other and with the grammar. An
 * opaque message has none.
 */
final class BodyPart {

  private static final String MULTIPART = "multipart/";
  private static final String MESSAGE = "message/rfc822";
  private static final String OPAQUE = "application/octet-stream";
  private static final String USUAL_ENCODING = "7BIT";

  private final MimePart part;
  private final String mediaType;
  private final List<BodyPart> parts = new ArrayList<>();

  private BodyPart(MimePart part, String mediaType) {
    this.part = part;
    this.mediaType = mediaType;
  }

  /** The message. */
  static BodyPart of(MimeStructure structure) {
    MimePart first = structure.message();
    String type = first.mediaType();
    boolean hides = structure.opaque() && (type.startsWith(MULTIPART) || type.equals(MESSAGE));
    BodyPart message = new BodyPart(first, hides ? OPAQUE : type);
    Deque<BodyPart> open = new ArrayDeque<>();
    open.push(message);
    for (MimePart next : structure.parts().subList(1, structure.parts().size())) {
      while (open.size() > 1 && open.element().part.depth() >= next.depth()) {
        open.pop();
      }
      BodyPart within = new BodyPart(next, next.mediaType());
      open.element().parts.add(within);
      open.push(within);
    }
    return message;
  }

  /** Offsets and fields. */
  MimePart part() {
    return part;
  }

  /** In lower case. */
  String mediaType() {
    return mediaType;
  }

  boolean isMultipart() {
    return mediaType.startsWith(MULTIPART);
  }

  /** True when it contains a message. */
  boolean isMessage() {
    return mediaType.equals(MESSAGE);
  }

  /** The parts of a multipart. */
  List<BodyPart> parts() {
    return parts.isEmpty() ? List.of(empty()) : parts;
  }

  /** The message that it contains. */
  BodyPart contained() {
    return parts.isEmpty() ? empty() : parts.get(0);
  }

  private BodyPart empty() {
    long end = part.bodyEnd();
    MimePart empty = new MimePart(part.depth() + 1, end, end, end, 0, List.of());
    return new BodyPart(empty, empty.mediaType());
  }

  /**
   * The part of these numbers within this message (RFC 9051, 6.4.5.1): numbers go through what
   * contains a message, and a body that isn't a multipart is part 1.
   */
  Optional<BodyPart> at(List<Long> path) {
    BodyPart here = this;
    boolean isOutermost = true;
    for (long number : path) {
      boolean isBody = isOutermost || here.isMessage();
      BodyPart container = isOutermost || !here.isMessage() ? here : here.contained();
      if (container.isMultipart() && number <= container.parts().size()) {
        here = container.parts().get((int) number - 1);
      } else if (!container.isMultipart() && isBody && number == 1) {
        here = container;
      } else {
        return Optional.empty();
      }
      isOutermost = false;
    }
    return Optional.of(here);
  }

  Range headerRange() {
    return new Range(part.headerStart(), part.bodyStart());
  }

  Range bodyRange() {
    return new Range(part.bodyStart(), part.bodyEnd());
  }

  /** Its Content-Transfer-Encoding (RFC 2045, 6), in capitals. */
  String encoding() {
    String value = part.field("content-transfer-encoding").orElse("");
    String name = value.split("[\\s;(]", 2)[0];
    return name.isEmpty() ? USUAL_ENCODING : name.toUpperCase(Locale.ROOT);
  }
}
