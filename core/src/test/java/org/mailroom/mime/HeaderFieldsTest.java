package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

  @Test
  void allFieldsComeInTheirOrder() throws IOException {
    assertThat(
            read("X-A: 1\r\nno field\r\n of it\r\nSubject: a\r\n\tb\r\nx-a:\r\n\r\nBody: no\r\n"))
        .containsExactly(
            new MimeField("x-a", "1"), new MimeField("subject", "a b"), new MimeField("x-a", ""));
  }

  @Test
  void aHeaderMayEndWithTheStream() throws IOException {
    assertThat(read("A: 1\nB: 2")).hasSize(2);
    assertThat(read("")).isEmpty();
    assertThat(read("\r\nA: 1\r\n")).isEmpty();
    assertThat(read(" A: 1\r\n")).isEmpty();
  }

  @Test
  void ofALongFieldTheBeginningIsKept() throws IOException {
    List<MimeField> fields = read("A: b\r\n" + " cccccccc\r\n".repeat(100_000) + "B: d\r\n");
    assertThat(fields).hasSize(2);
    assertThat(fields.get(0).value()).hasSizeBetween(64 * 1024, 80 * 1024);
  }

  private static List<MimeField> read(String header) throws IOException {
    HeaderFields fields =
        new HeaderFields(new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)));
    List<MimeField> all = new ArrayList<>();
    for (Optional<MimeField> next = fields.next(); next.isPresent(); next = fields.next()) {
      all.add(next.get());
    }
    assertThat(fields.next()).isEmpty();
    return all;
  }
}
