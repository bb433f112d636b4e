package org.mailroom.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

  @Test
  void headerAndBodyStandApart() {
    Contents contents = of("Subject: x\r\nTo: b\r\n\r\nHello\r\n\r\nAnn\r\n");
    assertThat(contents.header()).isEqualTo("Subject: x\nTo: b");
    assertThat(contents.body()).isEqualTo("Hello\n\nAnn\n");
    assertThat(contents.cut()).isFalse();
  }

  @Test
  void whatBreaksAPageIsNotInIt() {
    assertThat(of("A: \u0000\u001b[31m\u202e\n\nb\u0008\tc").header() + "|")
        .doesNotContain("\u0000", "\u001b", "\u202e")
        .contains("[31m");
    assertThat(of("A: b\n\nb\u0008\tc").body()).isEqualTo("b\uFFFD\tc");
  }

  @Test
  void aLongOneIsCut() {
    assertThat(of("A: b\n\n" + "x".repeat(200_000)).cut()).isTrue();
  }

  @Test
  void theFirstMailOfAnExportIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("1.eml"));
      zip.write("A: b\r\n\r\nc".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    assertThat(Contents.read(file)).isEqualTo(new Contents("A: b", "c", false));
  }

  private static Contents of(String text) {
    return Contents.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
