package org.mailroom.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a message's header, unfolded (RFC 5322, 2.2).
 *
 * @param lines one field each
 */
record MessageHeader(List<String> lines) {

  private static final int LONGEST = 256 * 1024;

  /** Reads up to the empty line, or as much as a header may be. */
  static MessageHeader read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<String> fields = new ArrayList<>();
    int length = 0;
    String line = reader.readLine();
    while (line != null && !line.isEmpty() && length < LONGEST) {
      length += line.length();
      if (Character.isWhitespace(line.charAt(0)) && !fields.isEmpty()) {
        fields.add(fields.remove(fields.size() - 1) + line);
      } else {
        fields.add(line);
      }
      line = reader.readLine();
    }
    return new MessageHeader(fields);
  }

  /** The addresses in all fields of a name. */
  List<String> addresses(String name) {
    return lines.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .flatMap(line -> HeaderAddresses.in(line.substring(name.length() + 1)).stream())
        .toList();
  }
}
