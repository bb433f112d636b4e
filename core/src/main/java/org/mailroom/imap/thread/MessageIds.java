package org.mailroom.imap.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mime.MimePart;

/**
 * The ids in the header of a message, without brackets and quotes, so that the same is the same
 * (RFC 5256, 3; RFC 5322, 3.6.4).
 *
 * <pre>
 * msg-id = "&lt;" id-left "@" id-right "&gt;"
 * </pre>
 *
 * @param own empty when there is none that makes sense
 * @param references the message it answers is the last
 */
public record MessageIds(Optional<String> own, List<String> references) {

  private static final int LONGEST = 500;

  /** Takes a copy. */
  public MessageIds {
    references = List.copyOf(references);
  }

  /** Those of a message. */
  public static MessageIds of(MimePart message) {
    Optional<String> own = in(message, "message-id").stream().findFirst();
    List<String> references = in(message, "references");
    return new MessageIds(
        own,
        references.isEmpty() ? in(message, "in-reply-to").stream().limit(1).toList() : references);
  }

  private static List<String> in(MimePart message, String field) {
    return in(message.field(field).orElse(""));
  }

  /** All that make sense in a field, in their order. */
  static List<String> in(String field) {
    List<String> all = new ArrayList<>();
    StringBuilder id = new StringBuilder();
    boolean isOpen = false;
    boolean isQuoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (isQuoted && c == '\\' && i + 1 < field.length()) {
        i++;
        id.append(field.charAt(i));
      } else if (isOpen && c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '<' && !isQuoted) {
        isOpen = true;
        id.setLength(0);
      } else if (c == '>' && !isQuoted) {
        if (isOpen && makesSense(id)) {
          all.add(id.toString());
        }
        isOpen = false;
      } else if (isOpen && (isQuoted || !Character.isWhitespace(c))) {
        id.append(c);
      }
    }
    return all;
  }

  private static boolean makesSense(StringBuilder id) {
    int sign = id.lastIndexOf("@");
    return sign > 0 && sign + 1 < id.length() && id.length() <= LONGEST;
  }
}
