package org.mailroom.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  @Test
  void everyPageIsOpenOrHasAResource() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
      List<String> pages =
          files.map(file -> "/" + file.getFileName()).filter(f -> f.endsWith(".xhtml")).toList();
      assertThat(pages)
          .isNotEmpty()
          .allMatch(page -> Pages.isOpen(page) || Pages.resource(page).isPresent());
    }
  }

  @Test
  void aScreenNeedsItsResource() {
    assertThat(Pages.resource("/queues.xhtml")).contains("queue");
    assertThat(Pages.isOpen("/queues.xhtml")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/new.xhtml",
        "/queues",
        "/queues.xhtml.bak",
        "/x/queues.xhtml",
        "/QUEUES.xhtml",
        "/a",
        "/"
      })
  void whatIsNotNamedIsNobodys(String path) {
    assertThat(Pages.resource(path)).isEmpty();
    assertThat(Pages.isOpen(path)).isFalse();
  }
}
