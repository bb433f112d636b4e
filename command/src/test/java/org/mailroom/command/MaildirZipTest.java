package org.mailroom.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirZipTest {

  @TempDir private Path root;

  @Test
  void keywordsComeBeforeTheMessagesOfTheirFolder() throws Exception {
    file("cur/2.b:2,S", "two");
    file("new/1.a", "one");
    file("tmp/3.c", "three");
    file("dovecot-keywords", "0 a\n");
    file(".Sent/cur/4.d:2,", "four");
    file(".Sent/dovecot.index", "x");
    assertThat(names(MaildirZip.of(root)))
        .containsExactly(
            "dovecot-keywords 0 a\n", "new/1.a one", "cur/2.b:2,S two", ".Sent/cur/4.d:2, four");
  }

  @Test
  void thePiecesOfALargeTreeAreSmall() throws Exception {
    for (int i = 0; i < 50; i++) {
      file("cur/" + i, "x".repeat(i * 10_000));
    }
    MaildirZip zip = MaildirZip.of(root);
    for (byte[] piece : zip) {
      assertThat(piece).hasSizeLessThan(256 * 1024);
    }
    assertThat(names(zip)).hasSize(50);
  }

  @Test
  void whatWentMeanwhileIsCounted() throws Exception {
    byte[] octets = new byte[500_000];
    new Random(1).nextBytes(octets);
    file("cur/1", new String(octets, ISO_8859_1));
    file("cur/2", "two");
    MaildirZip zip = MaildirZip.of(root);
    Iterator<byte[]> pieces = zip.iterator();
    pieces.next();
    Files.delete(root.resolve("cur/2"));
    pieces.forEachRemaining(piece -> assertThat(piece).isNotEmpty());
    assertThat(zip.missing()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutAMaildirIsRefused() throws IOException {
    file("mail/tmp/cur", "x");
    assertThatExceptionOfType(FailureException.class).isThrownBy(() -> MaildirZip.of(root));
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_795_953_600_000L));
  }

  private static List<String> names(MaildirZip zip) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (byte[] piece : zip) {
      octets.write(piece);
    }
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getLastModifiedTime().toMillis()).isEqualTo(1_795_953_600_000L);
        names.add(entry.getName() + " " + new String(in.readAllBytes(), UTF_8));
      }
    }
    return names;
  }
}
