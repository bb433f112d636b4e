package org.mailroom.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * A file with a password and nothing else: one line of text, at most 1,000 octets, with or without
 * an end of line. Everybody being able to read it is a mistake that is refused.
 */
public final class PasswordFile {

  /** What a reader is told when there is a problem. */
  private static final String EXPECTED = ": expected a file with the password, for its owner alone";

  private static final int MOST_OCTETS = 1000;

  private PasswordFile() {}

  /** What keeps the file from being used, as a predicate that never shows what is in it. */
  public static Optional<String> problem(Path file) {
    try {
      read(file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * The password.
   *
   * @throws IOException when there is a problem, with the problem
   */
  static Secret read(Path file) throws IOException {
    byte[] octets = octets(file);
    if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      throw refused(file, "which everybody can read");
    }
    int end = octets.length;
    if (end > 0 && octets[end - 1] == '\n') {
      end--;
      end -= end > 0 && octets[end - 1] == '\r' ? 1 : 0;
    }
    if (end == 0) {
      throw refused(file, "which is empty");
    }
    return new Secret(text(file, ByteBuffer.wrap(octets, 0, end)));
  }

  private static byte[] octets(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw refused(file, "which is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(MOST_OCTETS + 1);
      if (octets.length > MOST_OCTETS) {
        throw refused(file, "which has more than " + MOST_OCTETS + " octets");
      }
      return octets;
    } catch (NoSuchFileException e) {
      throw refused(file, "which doesn't exist");
    } catch (java.nio.file.FileSystemException e) {
      throw refused(file, "which can't be read");
    }
  }

  private static String text(Path file, ByteBuffer octets) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
      if (text.chars().noneMatch(Character::isISOControl)) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // Says the same below, and shows nothing.
    }
    throw refused(file, "which is not one line of text");
  }

  private static IOException refused(Path file, String why) {
    return new IOException("is " + file + ", " + why + EXPECTED);
  }
}
