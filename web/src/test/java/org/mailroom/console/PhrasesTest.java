package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

  private static final Instant NOW = Instant.parse("2026-11-03T03:00:00Z");
  private final Phrases english = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOW);
  private final Phrases chinese = new Phrases(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC, NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "4812 | 4,812",
        "10000 | 10,000",
        "10001 | 10,000+",
        "1000000 | 10,000+",
      })
  void countsAboveTenThousandAreOnlySaidToBeMore(long number, String text) {
    assertThat(english.count(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, '1,023 B'",
    "1024, 1 KB",
    "4200, 4.1 KB",
    "102400, 100 KB",
    "37748736, 36 MB",
    "1572864, 1.5 MB",
  })
  void sizesHaveTheUnitThatFits(long octets, String text) {
    assertThat(english.size(octets)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S, 0 s, 0 秒",
    "PT59S, 59 s, 59 秒",
    "PT60S, 1 min, 1 分钟",
    "PT59M59S, 59 min, 59 分钟",
    "PT1H, 1 h, 1 小时",
    "PT23H58M, 23 h 58 min, 23 小时 58 分",
    "PT24H, 1 d, 1 天",
    "PT124H, 5 d 4 h, 5 天 4 小时",
  })
  void agesHaveTheTwoUnitsThatMatter(Duration age, String inEnglish, String inChinese) {
    assertThat(english.age(NOW.minus(age))).isEqualTo(inEnglish);
    assertThat(chinese.age(NOW.minus(age))).isEqualTo(inChinese);
  }

  @Test
  void whatIsToComeIsSaidSo() {
    assertThat(english.until(NOW.plusSeconds(720))).isEqualTo("in 12 min");
    assertThat(chinese.until(NOW.plusSeconds(720))).isEqualTo("12 分钟后");
    assertThat(english.until(NOW)).isEqualTo("Now");
  }

  @Test
  void exactTimesHaveSecondsAndZone() {
    assertThat(english.exact(NOW)).contains("Nov 3, 2026", "3:00:00", "Z");
  }

  @ParameterizedTest
  @CsvSource({"0, not tried yet", "1, 1 attempt", "2, 2 attempts"})
  void attemptsAreCounted(int attempts, String text) {
    assertThat(english.text("mail.attempts", attempts)).isEqualTo(text);
  }
}
