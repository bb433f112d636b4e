package org.mailroom.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads octets as tests write them: {@code \r \n \t \0 \e \\ \xHH}, the rest is UTF-8. */
public final class Octets {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|(.))");
  private static final String LETTERS = "rnt0e\\";
  private static final byte[] MEANINGS = {'\r', '\n', '\t', 0, 0x1B, '\\'};

  private Octets() {}

  /** Those of {@code text}. */
  public static byte[] of(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int done = 0;
    while (escape.find()) {
      octets.writeBytes(utf8(text.substring(done, escape.start())));
      octets.write(
          escape.group(1) != null
              ? Integer.parseInt(escape.group(1), 16)
              : MEANINGS[LETTERS.indexOf(escape.group(2))]);
      done = escape.end();
    }
    octets.writeBytes(utf8(text.substring(done)));
    return octets.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
