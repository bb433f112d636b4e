package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "90s, PT90S", "5m, PT5M", "5min, PT5M", "4h, PT4H", "5d, PT120H"})
  void aNumberAndAUnit(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "5 s", "5S", "1h30m", "PT5M", "1.5h", "9999999999s"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "250ms", "90s", "5m", "36h", "5d"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Durations.format(Durations.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"7200s, 2h", "48h, 2d", "1500ms, 1500ms", "60s, 1m"})
  void isWrittenInTheLargestWholeUnit(String text, String written) {
    assertThat(Durations.format(Durations.parse(text))).isEqualTo(written);
  }
}
