package org.mailroom.api;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The secret that a command of the data directory's owner shows. It stands in a file that nobody
 * else can read; whoever can read it can do what the hub's operator can.
 */
final class CommandToken {

  private static final Logger LOG = System.getLogger(CommandToken.class.getName());
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int RANDOM_OCTETS = 32;
  private static final int MIN_LENGTH = 32;

  private final byte[] octets;

  private CommandToken(String text) {
    this.octets = text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The token in {@code file}, which is made when it is missing or has none.
   *
   * @throws IOException when the file can't be read or made
   */
  static CommandToken in(Path file) throws IOException {
    if (Files.exists(file)) {
      String text = Files.readString(file).strip();
      if (text.length() >= MIN_LENGTH) {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
          LOG.log(Level.WARNING, file + " was open to others; it is the owner's alone again");
          Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        return new CommandToken(text);
      }
    }
    return make(file);
  }

  /** True when {@code candidate} is the token; takes the same time for every wrong one. */
  boolean matches(String candidate) {
    return MessageDigest.isEqual(octets, candidate.getBytes(StandardCharsets.UTF_8));
  }

  private static CommandToken make(Path file) throws IOException {
    byte[] random = new byte[RANDOM_OCTETS];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(fresh, text + "\n", StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new CommandToken(text);
  }
}
