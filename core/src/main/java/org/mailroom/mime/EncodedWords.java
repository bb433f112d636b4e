package org.mailroom.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text behind the encoded words of a header field (RFC 2047), also where the grammar is not
 * kept. What can't be decoded stays as it is. Words in a row are one text: they are joined before
 * they are decoded, since many a mailer cuts in the middle of a character.
 *
 * <pre>
 * encoded-word = "=?" charset "?" encoding "?" encoded-text "?="
 * </pre>
 */
public final class EncodedWords {

  private final String value;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder encoded = new StringBuilder();
  private Charset charset = StandardCharsets.UTF_8;
  private char kind = 'Q';
  private int taken;

  private EncodedWords(String value) {
    this.value = value;
  }

  private record Word(Charset charset, char kind, String encoded, int end) {}

  /** The text. */
  public static String decode(String value) {
    return value.contains("=?") ? new EncodedWords(value).run() : value;
  }

  private String run() {
    for (int at = value.indexOf("=?"); at >= 0; ) {
      Optional<Word> word = wordAt(at);
      if (word.isPresent()) {
        take(word.get(), at);
        at = value.indexOf("=?", taken);
      } else {
        at = value.indexOf("=?", at + 1);
      }
    }
    flush();
    return text.append(value, taken, value.length()).toString();
  }

  private void take(Word word, int at) {
    boolean follows = taken > 0 && value.substring(taken, at).isBlank();
    if (!follows || word.kind() != kind || !word.charset().equals(charset)) {
      flush();
    }
    if (!follows) {
      text.append(value, taken, at);
    }
    charset = word.charset();
    kind = word.kind();
    encoded.append(word.encoded());
    taken = word.end();
  }

  private void flush() {
    text.append(new String(octets(), charset));
    encoded.setLength(0);
  }

  /** The word that begins here. */
  private Optional<Word> wordAt(int at) {
    int name = at + 2;
    int encoding = value.indexOf('?', name) + 1;
    int start = encoding + 2;
    if (encoding == 0 || start > value.length() || value.charAt(encoding + 1) != '?') {
      return Optional.empty();
    }
    int end = value.indexOf('?', start);
    if (end < 0 || !value.startsWith("?=", end)) {
      return Optional.empty();
    }
    char code = Character.toUpperCase(value.charAt(encoding));
    if (code != 'B' && code != 'Q') {
      return Optional.empty();
    }
    return MailCharsets.named(withoutLanguage(value.substring(name, encoding - 1)))
        .map(c -> new Word(c, code, value.substring(start, end), end + 2));
  }

  /** RFC 2231, 5. */
  private static String withoutLanguage(String name) {
    int star = name.indexOf('*');
    return star < 0 ? name : name.substring(0, star);
  }

  private byte[] octets() {
    byte[] ascii = encoded.toString().getBytes(StandardCharsets.UTF_8);
    if (kind == 'Q') {
      return quoted(ascii);
    }
    try (InputStream in = TransferDecoding.of(new ByteArrayInputStream(ascii), "base64")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }

  private static byte[] quoted(byte[] ascii) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(ascii.length);
    for (int i = 0; i < ascii.length; i++) {
      int high = i + 2 < ascii.length ? Character.digit(ascii[i + 1], 16) : -1;
      int low = i + 2 < ascii.length ? Character.digit(ascii[i + 2], 16) : -1;
      if (ascii[i] == '=' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(ascii[i] == '_' ? ' ' : ascii[i]);
      }
    }
    return out.toByteArray();
  }
}
