package org.mailroom.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * {@code secrets/first-run} of the data directory, for its owner alone: there until the first run
 * has ended, with the code in it as long as that lets somebody in. {@code bin/mailroom} prints it.
 */
final class FirstRunFile {

  private static final Logger LOG = System.getLogger(FirstRunFile.class.getName());

  private final Path file;

  FirstRunFile(Path data) {
    this.file = data.resolve("secrets").resolve("first-run");
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** What is in it; empty for nothing. */
  Optional<String> code() {
    try {
      return Optional.of(Files.readString(file).strip()).filter(code -> !code.isEmpty());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The code of the first run can't be read", e);
      return Optional.empty();
    }
  }

  void write(String code) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, code + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The file of the first run can't be written: " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file of the first run can't be removed: " + file, e);
    }
  }
}
