package org.mailroom.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrlfOutputTest {

  @ParameterizedTest
  @CsvSource({
    "a~b~, a|b|",
    "a|b|, a|b|",
    "a^b^, a|b|",
    "~~, ||",
    "^^, ||",
    "|^|~, ||||",
    "^|, ||",
    "a, a"
  })
  void everyKindOfLineEndBecomesCrlf(String written, String read) throws IOException {
    byte[] octets = octets(written);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (CrlfOutput out = new CrlfOutput(whole)) {
      out.write(octets);
    }
    ByteArrayOutputStream single = new ByteArrayOutputStream();
    try (CrlfOutput out = new CrlfOutput(single)) {
      for (byte octet : octets) {
        out.write(octet);
      }
    }

    assertThat(whole.toByteArray()).isEqualTo(octets(read));
    assertThat(single.toByteArray()).isEqualTo(octets(read));
  }

  /** {@code |} stands for CRLF, {@code ~} for LF, {@code ^} for CR. */
  private static byte[] octets(String text) {
    return text.replace("|", "\r\n").replace("~", "\n").replace("^", "\r").getBytes(US_ASCII);
  }
}
