package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the content security policy forbids has to be absent, or it fails silently in a browser. */
class PagesTest {

  @Test
  void noPageHasInlineStylesOrEventHandlers() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContain(" style=")
          .doesNotContainPattern("\\son(click|load|change|submit|input|key|mouse)\\w*=")
          .doesNotContainPattern("<script(?![^>]*src=)");
    }
  }

  @Test
  void noPageUsesWhatHasNoNonce() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContain("<f:ajax", "<h:commandLink", "<h:outputScript", "escape=\"false\"");
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      return files.filter(f -> f.toString().endsWith(".xhtml")).toList();
    }
  }
}
