package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a style sheet loses, nobody is told: neither by a browser nor by a build. */
class StyleSheetTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern LOADED = Pattern.compile("name=\"sheet\" value=\"([\\w-]+)\"");
  private static final Pattern TEMPLATE = Pattern.compile("template=\"/([^\"]+)\"");
  private static final int MOST_LINES = 400;

  @ParameterizedTest
  @MethodSource("sheets")
  void everyBraceIsClosed(String sheet) {
    List<Integer> depths = StyleSheet.of(sheet).depths();
    assertThat(depths).allSatisfy(depth -> assertThat(depth).isBetween(0, 2)).endsWith(0);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void aSheetIsOfOnePart(String sheet) {
    assertThat(StyleSheet.of(sheet).rules().lines().count()).isLessThan(MOST_LINES);
  }

  /** Two parts that give one thing two looks are only seen on a page that has both. */
  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageLoadsSetsNothingTwice(String page) throws IOException {
    Set<StyleSheet.Declaration> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (String sheet : loadedBy(page)) {
      for (StyleSheet.Declaration declaration : StyleSheet.of(sheet).declarations()) {
        if (!seen.add(declaration)) {
          twice.add(sheet + ": " + declaration);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everySheetIsLoadedBySomePage() throws IOException {
    Set<String> loaded = new TreeSet<>();
    for (String page : pages()) {
      List<String> sheets = loadedBy(page);
      assertThat(sheets).as(page).contains("ground", "frame").doesNotHaveDuplicates();
      loaded.addAll(sheets);
    }
    assertThat(loaded).containsExactlyInAnyOrderElementsOf(StyleSheet.names());
  }

  private static List<String> loadedBy(String page) throws IOException {
    List<String> found = new ArrayList<>();
    collect(WEBAPP.resolve("WEB-INF/frame/head.xhtml"), found);
    collect(WEBAPP.resolve(page), found);
    return found;
  }

  private static void collect(Path file, List<String> found) throws IOException {
    String text = Files.readString(file);
    Matcher template = TEMPLATE.matcher(text);
    if (template.find()) {
      collect(WEBAPP.resolve(template.group(1)), found);
    }
    Matcher loaded = LOADED.matcher(text);
    while (loaded.find()) {
      found.add(loaded.group(1));
    }
  }

  static List<String> sheets() throws IOException {
    return StyleSheet.names();
  }

  static List<String> pages() throws IOException {
    try (var files = Files.list(WEBAPP)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".xhtml"))
          .toList();
    }
  }
}
