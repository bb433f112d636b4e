package org.mailroom.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a message, to the octet: fields that are kept, as they are written, and the names
 * of all others. A header that is no text of lines ended by CRLF, or that has fields too many or
 * too long to keep, can't be told like this.
 */
final class WrittenHeader {

  /** Stands for a line end within a field, behind which the field goes on. */
  static final String FOLD = "\r";

  private static final int MOST_OTHERS = 200;

  private final List<String> kept = new ArrayList<>();
  private final Set<String> others = new LinkedHashSet<>();
  private StringBuilder field;
  private boolean begun;
  private boolean isExact = true;

  /** The next line of the header. */
  void line(LineInput in) {
    isExact = isExact && take(in);
    begun = true;
  }

  private boolean take(LineInput in) {
    boolean isWhole = in.length() == in.textEnd() - in.start() && in.end() - in.textEnd() == 2;
    Optional<String> text = isWhole ? text(in) : Optional.empty();
    if (text.isEmpty()) {
      return false;
    }
    char first = text.get().charAt(0);
    if (first == ' ' || first == '\t') {
      if (field != null) {
        field.append(FOLD).append(text.get());
      }
      return begun;
    }
    fieldEnds();
    return begin(text.get());
  }

  private boolean begin(String line) {
    int colon = line.indexOf(':');
    if (colon < 1 || colon >= HeaderReader.LONGEST_NAME) {
      return false;
    }
    String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return false;
    }
    if (HeaderReader.isKeptOfMessages(name)) {
      field = new StringBuilder(line);
    } else {
      others.add(name);
    }
    return others.size() <= MOST_OTHERS;
  }

  private void fieldEnds() {
    if (field != null) {
      isExact = isExact && field.length() < HeaderReader.LONGEST_VALUE;
      kept.add(field.toString());
      isExact = isExact && kept.size() <= HeaderReader.MOST_FIELDS;
      field = null;
    }
  }

  /** The fields that are kept; empty when they can't be told to the octet. */
  Optional<List<String>> fields() {
    fieldEnds();
    return isExact ? Optional.of(kept) : Optional.empty();
  }

  /** The names of all others, in lower case. */
  Set<String> others() {
    return others;
  }

  private static Optional<String> text(LineInput in) {
    for (int i = 0; i < in.length(); i++) {
      byte octet = in.octets()[i];
      if (octet >= 0 && octet < ' ' && octet != '\t' || octet == 0x7F) {
        return Optional.empty();
      }
    }
    try {
      ByteBuffer octets = ByteBuffer.wrap(in.octets(), 0, in.length());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
