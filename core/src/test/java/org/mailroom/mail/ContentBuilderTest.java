package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content in memory and in files. */
class ContentBuilderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 100, true",
    "1, 100, true",
    "100, 100, true",
    "101, 100, false",
    "100000, 100000, true",
    "100001, 100000, false",
    "1, 0, false",
    "0, 0, true"
  })
  void contentUpToTheLimitStaysInMemory(int size, int memoryLimit, boolean inMemory)
      throws IOException {
    byte[] octets = new byte[size];
    new Random(1).nextBytes(octets);
    for (int piece : new int[] {1, 7, 8192, Integer.MAX_VALUE}) {
      ContentBuilder builder = new Spool(folder, memoryLimit).newContent();
      write(builder, octets, piece);
      assertThat(builder.size()).isEqualTo(size);
      MessageContent content = builder.finish();
      builder.close();

      assertThat(content.isInMemory()).isEqualTo(inMemory);
      assertThat(content.size()).isEqualTo(size);
      assertThat(files()).isEqualTo(inMemory ? 0 : 1);
      assertThat(twice(content)).isEqualTo(octets);
      content.close();
      content.close();
      assertThat(files()).isZero();
    }
  }

  @Test
  void octetsWrittenOneByOneAreTheSame() throws IOException {
    try (ContentBuilder builder = new Spool(folder, 3).newContent()) {
      for (int octet : new int[] {1, 255, 0, 13, 10}) {
        builder.write(octet);
      }
      try (MessageContent content = builder.finish()) {
        assertThat(twice(content)).containsExactly(1, -1, 0, 13, 10);
      }
    }
  }

  @Test
  void contentThatIsNotFinishedLeavesNoFile() throws IOException {
    ContentBuilder builder = new Spool(folder, 1).newContent();
    builder.write(new byte[10], 0, 10);
    assertThat(files()).isEqualTo(1);
    builder.close();
    builder.close();
    assertThat(files()).isZero();
  }

  @Test
  void aSpoolThatIsClearedHasOnlyWhatIsNotItsOwn() throws IOException {
    Spool spool = new Spool(folder, 1);
    spool.newContent().write(new byte[10], 0, 10);
    Files.writeString(folder.resolve("README"), "x");
    spool.clear();
    assertThat(folder).isDirectoryContaining("glob:**README");
    assertThat(files()).isEqualTo(1);
  }

  private static void write(ContentBuilder builder, byte[] octets, int piece) throws IOException {
    for (int from = 0; from < octets.length; ) {
      int length = Math.min(piece, octets.length - from);
      builder.write(octets, from, length);
      from += length;
    }
  }

  private static byte[] twice(MessageContent content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    try (InputStream in = content.open()) {
      assertThat(in.readAllBytes()).isEqualTo(out.toByteArray());
    }
    return out.toByteArray();
  }

  private int files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }
}
