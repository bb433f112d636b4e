package org.mailroom.imap.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Picks fields of a header by their names (RFC 9051, 6.4.5.1). Names are the same in any case; a
 * line that is no field has the empty name. Of a header, 1 MiB is looked at.
 */
final class HeaderFilter {

  private static final int MOST = 1 << 20;
  private static final byte[] LINE_END = {'\r', '\n'};

  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final boolean picksNamed;

  private HeaderFilter(Section section) {
    names.addAll(section.fields());
    picksNamed = section.text() == SectionText.HEADER_FIELDS;
  }

  static HeaderFilter of(Section section) {
    return new HeaderFilter(section);
  }

  /** The fields as they stand in the header, in its order, and an empty line. */
  byte[] filter(InputStream in) throws IOException {
    byte[] header = in.readNBytes(MOST);
    ByteArrayOutputStream picked = new ByteArrayOutputStream();
    boolean picks = false;
    int start = 0;
    while (start < header.length && header[start] != '\r' && header[start] != '\n') {
      int end = lineEnd(header, start);
      if (start == 0 || header[start] != ' ' && header[start] != '\t') {
        picks = names.contains(name(header, start, end)) == picksNamed;
      }
      if (picks) {
        picked.write(header, start, end - start);
        if (header[end - 1] != '\n') {
          picked.writeBytes(LINE_END);
        }
      }
      start = end;
    }
    picked.writeBytes(LINE_END);
    return picked.toByteArray();
  }

  private static int lineEnd(byte[] octets, int start) {
    int end = start;
    while (end < octets.length && octets[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, octets.length);
  }

  private static String name(byte[] octets, int start, int end) {
    for (int i = start; i < end; i++) {
      if (octets[i] == ':') {
        return new String(octets, start, i - start, StandardCharsets.UTF_8).strip();
      }
    }
    return "";
  }
}
