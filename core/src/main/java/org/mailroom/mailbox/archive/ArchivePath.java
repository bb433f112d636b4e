package org.mailroom.mailbox.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxName;

/**
 * The folder of a mailbox in an archive, such as {@code Work/Plans%3F/}: a path that every file
 * system takes. What one hates is percent-encoded; a level that is too long is cut, and ends with a
 * hash of all of it. No level is named like a file of the archive.
 */
public final class ArchivePath {

  private static final String HATED = "<>:\"\\|?*%";
  private static final int LONGEST = 200;
  private static final int HASH = 8;
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private ArchivePath() {}

  /** The path, with a slash behind it. */
  public static String of(MailboxName name) {
    return Stream.of(name.text().split("/", -1))
        .map(ArchivePath::level)
        .collect(Collectors.joining("/", "", "/"));
  }

  private static String level(String level) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < level.length(); i++) {
      char c = level.charAt(i);
      boolean isLast = i == level.length() - 1;
      boolean hated =
          HATED.indexOf(c) >= 0
              || c < ' '
              || c == '.' && (i == 0 || isLast || isFile(level.substring(i)))
              || c == ' ' && isLast
              || i == 0 && isDevice(level);
      path.append(hated ? String.format("%%%02X", (int) c) : String.valueOf(c));
    }
    return cut(path.toString());
  }

  private static boolean isFile(String extension) {
    return extension.equalsIgnoreCase(".eml") || extension.equalsIgnoreCase(".json");
  }

  private static boolean isDevice(String level) {
    int dot = level.indexOf('.');
    String name = level.substring(0, dot < 0 ? level.length() : dot).toLowerCase(Locale.ROOT);
    return DEVICES.contains(name) || name.matches("(?:com|lpt)[0-9]");
  }

  private static String cut(String path) {
    byte[] octets = path.getBytes(StandardCharsets.UTF_8);
    if (octets.length <= LONGEST) {
      return path;
    }
    int end = path.length();
    while (path.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST - HASH - 1
        || Character.isHighSurrogate(path.charAt(end - 1))) {
      end--;
    }
    return path.substring(0, end) + "~" + hash(octets);
  }

  private static String hash(byte[] octets) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
