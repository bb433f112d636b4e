package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How the commands are called; {@code bin/mailroom help} shows the same file. */
final class Usage {

  private Usage() {}

  static String text() {
    try (InputStream in = Usage.class.getResourceAsStream("usage.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hint() {
    return "See: mailroom help";
  }
}
