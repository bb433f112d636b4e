package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.queue.QueueState;
import org.mailroom.status.Warning;

class MessagesTest {

  private static final ResourceBundle ENGLISH = Phrases.bundle(Locale.ENGLISH);
  private static final ResourceBundle CHINESE = Phrases.bundle(Locale.SIMPLIFIED_CHINESE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
  private static final Pattern USED = Pattern.compile("msg\\['([\\w.-]+)']");

  @Test
  void theLanguagesHaveEqualKeys() {
    assertThat(CHINESE.getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(ENGLISH.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void theLanguagesHaveEqualPlaceholders() {
    assertThat(ENGLISH.keySet())
        .allSatisfy(
            key ->
                assertThat(placeholders(CHINESE.getString(key)))
                    .isEqualTo(placeholders(ENGLISH.getString(key))));
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (String language : List.of("en", "zh_CN")) {
      Path file =
          Path.of("src/main/resources/org/mailroom/console/messages_" + language + ".properties");
      assertThat(
              Files.readAllLines(file).stream()
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('='))))
          .as(language)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyTextIsAMessageFormat() {
    for (ResourceBundle bundle : List.of(ENGLISH, CHINESE)) {
      assertThat(bundle.keySet())
          .allSatisfy(
              key -> {
                assertThat(bundle.getString(key)).isNotBlank().doesNotContain("'");
                new MessageFormat(bundle.getString(key), bundle.getLocale());
              });
    }
  }

  @Test
  void everyStateAndWarningHasItsTexts() {
    Stream<String> states = Arrays.stream(QueueState.values()).map(s -> "state." + s.key());
    Stream<String> warnings = Arrays.stream(Warning.Kind.values()).map(w -> "warning." + w.name());
    assertThat(Stream.concat(states, warnings)).allMatch(ENGLISH::containsKey);
  }

  @Test
  void everyScreenHasItsNameAndItsPage() {
    assertThat(Screen.values())
        .allSatisfy(
            screen -> {
              assertThat(ENGLISH.containsKey("nav." + screen.key())).isTrue();
              assertThat(Path.of("src/main/webapp", screen.key() + ".xhtml")).exists();
            });
    assertThat(Screen.Group.values())
        .allMatch(group -> ENGLISH.containsKey("nav.group." + group.key()));
  }

  @Test
  void everyTextThatAPageNamesIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      List<Path> pages = files.filter(f -> f.toString().endsWith(".xhtml")).toList();
      assertThat(pages).isNotEmpty();
      for (Path page : pages) {
        Stream<MatchResult> used = USED.matcher(Files.readString(page)).results();
        assertThat(used.map(m -> m.group(1)).filter(key -> !key.endsWith(".")))
            .as(page.toString())
            .allMatch(ENGLISH::containsKey);
      }
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
