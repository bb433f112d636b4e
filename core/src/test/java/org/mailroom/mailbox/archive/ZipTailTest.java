package org.mailroom.mailbox.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTailTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a comment"})
  void onlyAWholeZipIsComplete(String comment) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(octets)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write("PK\u0005\u0006".repeat(1000).getBytes(UTF_8));
      zip.setComment(comment);
    }
    byte[] whole = octets.toByteArray();
    for (int length = 0; length <= whole.length; length++) {
      ZipTail tail = new ZipTail();
      tail.take(whole, 0, length);
      assertThat(tail.isComplete()).as("%d octets", length).isEqualTo(length == whole.length);
      ZipTail single = new ZipTail();
      for (int i = 0; i < length; i++) {
        single.take(whole, i, 1);
      }
      assertThat(single.isComplete()).isEqualTo(tail.isComplete());
    }
  }
}
