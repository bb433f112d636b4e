package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts of the demo. */
final class DemoText {

  private DemoText() {}

  static String read(String name) throws IOException {
    try (InputStream in = DemoText.class.getResourceAsStream("demo/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
