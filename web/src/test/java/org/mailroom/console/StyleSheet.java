package org.mailroom.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet of the console, as its rules. */
record StyleSheet(String name, String rules) {

  private static final Path FOLDER = Path.of("src/main/webapp/resources/mailroom");
  private static final Pattern PROPERTY = Pattern.compile("([\\w-]+)\\s*:[^;]*;");
  private static final Pattern COMMA_OUTSIDE = Pattern.compile(",(?![^(]*\\))");

  /** A property that a selector sets, whatever the value. */
  record Declaration(String selector, String property) {}

  static StyleSheet of(String name) {
    try {
      String text = Files.readString(FOLDER.resolve(name + ".css"));
      return new StyleSheet(name, text.replaceAll("(?s)/\\*.*?\\*/", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all there are. */
  static List<String> names() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".css"))
          .map(file -> file.substring(0, file.length() - 4))
          .toList();
    }
  }

  /** How deep its braces are after each of them. */
  List<Integer> depths() {
    List<Integer> depths = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < rules.length(); i++) {
      char c = rules.charAt(i);
      if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
        depths.add(depth);
      }
    }
    return depths;
  }

  /** What it sets whatever the window: not what stands in {@code @media}. */
  List<Declaration> declarations() {
    List<Declaration> found = new ArrayList<>();
    int at = 0;
    for (int open = rules.indexOf('{'); open >= 0; open = rules.indexOf('{', at)) {
      String head = rules.substring(at, open).strip();
      at = end(open);
      if (!head.startsWith("@")) {
        String block = rules.substring(open + 1, at - 1);
        for (String selector : COMMA_OUTSIDE.splitAsStream(head).toList()) {
          Matcher property = PROPERTY.matcher(block);
          while (property.find()) {
            found.add(new Declaration(selector.strip().replaceAll("\\s+", " "), property.group(1)));
          }
        }
      }
    }
    return found;
  }

  private int end(int open) {
    int depth = 0;
    int at = open;
    do {
      depth += rules.charAt(at) == '{' ? 1 : 0;
      depth -= rules.charAt(at) == '}' ? 1 : 0;
      at++;
    } while (depth > 0);
    return at;
  }
}
