package org.mailroom.directory.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.settings.Secret;

/**
 * The first administrator's password, which {@code bin/mailroom} leaves in a file for its owner
 * alone when it makes the console's first user. The first start hashes it, and removes the file.
 */
final class FirstPassword {

  private static final Logger LOG = System.getLogger(FirstPassword.class.getName());

  private final Path file;

  FirstPassword(Path data) {
    this.file = data.resolve("secrets").resolve("first-password");
  }

  /** What to keep of it; empty when nobody left one. */
  Optional<StoredPassword> hashed(PasswordHashing hashing) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(hashing.hash(new Secret(Files.readString(file).strip())));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          Level.WARNING,
          "The first administrator has no password for mail, as "
              + file
              + " has none that can be taken; bin/mailroom account set gives one");
      return Optional.empty();
    }
  }

  /** Removes it: it is in the directory, or of no use. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file of a password can't be removed: " + file, e);
    }
  }
}
