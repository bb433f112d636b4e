package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

  @ParameterizedTest
  @CsvSource({
    "4096, 4096",
    "4096b, 4096",
    "64k, 65536",
    "64KiB, 65536",
    "36MiB, 37748736",
    "1g, 1073741824",
    "1GIB, 1073741824",
    "0, 0"
  })
  void aNumberAndABinaryUnit(String text, long octets) {
    assertThat(Sizes.parse(text)).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "36MB", "1.5g", "-1m", "36 MiB", "1t", "999999999999g"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Sizes.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000", "64KiB", "36MiB", "1GiB", "1024GiB"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Sizes.format(Sizes.parse(text))).isEqualTo(text);
  }
}
