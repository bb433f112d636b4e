package org.mailroom.console.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/**
 * The beginning of an exported mail as a page can show it: text of a stranger, without what would
 * break a page or turn its direction.
 *
 * @param header the fields
 * @param body what is behind them
 * @param cut true when there is more
 */
public record Contents(String header, String body, boolean cut) {

  /** Who may change it may read content. */
  public static final String MAIL = "mailboxes";

  private static final int MOST = 128 * 1024;

  /** Nothing. */
  static final Contents NONE = new Contents("", "", false);

  /** The first mail of an export; empty texts when it has none. */
  public static Contents read(Path export) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(export));
        ZipInputStream zip = new ZipInputStream(file)) {
      return zip.getNextEntry() == null ? NONE : of(zip.readNBytes(MOST + 1));
    }
  }

  static Contents of(byte[] octets) {
    int length = Math.min(octets.length, MOST);
    String text = clean(new String(octets, 0, length, StandardCharsets.UTF_8));
    int end = text.indexOf("\n\n");
    return end < 0
        ? new Contents(text, "", octets.length > MOST)
        : new Contents(text.substring(0, end), text.substring(end + 2), octets.length > MOST);
  }

  private static String clean(String text) {
    return text.replace("\r\n", "\n")
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]|\\p{Cf}|\\p{Cs}|\\p{Cn}", "\uFFFD");
  }
}
