package org.mailroom.mailbox.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.MailboxName;

class ArchivePathTest {

  @ParameterizedTest
  @CsvSource({
    "INBOX, INBOX/",
    "Work/Plans, Work/Plans/",
    "台北/été, 台北/été/",
    "Plans?, Plans%3F/",
    "../.., %2E%2E/%2E%2E/",
    "a.b/c., a.b/c%2E/",
    "c:\\x|y, c%3A%5Cx%7Cy/",
    "1.eml/mailbox.JSON, 1%2Eeml/mailbox%2EJSON/",
    "con/NUL.txt/com1/console, %63on/%4EUL.txt/%63om1/console/",
    "'a /b', 'a%20/b/'"
  })
  void everyFileSystemTakesThePath(String name, String path) {
    assertThat(ArchivePath.of(MailboxName.of(name))).isEqualTo(path);
  }

  @Test
  void longLevelsAreCutAndStillDiffer() {
    String long1 = ArchivePath.of(MailboxName.of("台".repeat(399) + "a"));
    String long2 = ArchivePath.of(MailboxName.of("台".repeat(399) + "b"));
    assertThat(long1).isNotEqualTo(long2);
    assertThat(long1.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(201);
    assertThat(ArchivePath.of(MailboxName.of("a" + "😀".repeat(190))))
        .matches("a(😀)+~[0-9a-f]{8}/");
  }
}
