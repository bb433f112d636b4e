package org.mailroom.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The header of a message that a program wrote, octet for octet, and where its body begins. A
 * message may begin with an mbox line, lack a header, or go over to its body without an empty line.
 */
final class MessageFields {

  private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}[ \\t]*:.*", Pattern.DOTALL);
  private static final int LONGEST = 256 * 1024;

  /** Each with its name and folded lines, one character an octet, lines ended by LF. */
  private final List<String> fields;

  /** Of the body, read already. */
  private final byte[] bodyBegins;

  private MessageFields(List<String> fields, byte[] bodyBegins) {
    this.fields = fields;
    this.bodyBegins = bodyBegins;
  }

  /** Reads the header; {@code in} goes on in the body. */
  static MessageFields read(InputStream in) throws IOException {
    List<String> fields = new ArrayList<>();
    int left = LONGEST;
    boolean first = true;
    while (true) {
      byte[] line = readLine(in, left);
      left -= line.length;
      String text = text(line);
      if (left <= 0) {
        return new MessageFields(fields, line);
      } else if (text.equals("\n")) {
        return new MessageFields(fields, new byte[0]);
      } else if (!fields.isEmpty() && isBlank(text.charAt(0))) {
        fields.add(fields.remove(fields.size() - 1) + text);
      } else if (FIELD.matcher(text).matches()) {
        fields.add(text);
      } else if (!first || !text.startsWith("From ")) {
        return new MessageFields(fields, line);
      }
      first = false;
    }
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> isNamed(field, name));
  }

  void remove(String name) {
    fields.removeIf(field -> isNamed(field, name));
  }

  void addFirst(String name, String value) {
    fields.add(0, name + ": " + new String(value.getBytes(UTF_8), ISO_8859_1) + "\n");
  }

  /** The addresses in all fields of a name. */
  List<String> addresses(String name) {
    List<String> unfolded =
        fields.stream()
            .map(field -> new String(field.getBytes(ISO_8859_1), UTF_8).replace("\n", ""))
            .toList();
    return new MessageHeader(unfolded).addresses(name);
  }

  /** Writes the header, the empty line, and the body as far as it was read. */
  void writeTo(OutputStream out) throws IOException {
    for (String field : fields) {
      out.write(field.getBytes(ISO_8859_1));
    }
    out.write('\n');
    out.write(bodyBegins);
  }

  /** The line ended by LF; the end of the message ends its last line. */
  private static String text(byte[] line) {
    String text = new String(line, ISO_8859_1).replace("\r\n", "\n");
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static boolean isNamed(String field, String name) {
    String before = field.substring(0, field.indexOf(':')).strip();
    return before.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A line with its end, or as much of it as is allowed. */
  private static byte[] readLine(InputStream in, int atMost) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < atMost) {
      int octet = in.read();
      if (octet < 0) {
        break;
      }
      line.write(octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
