package org.mailroom.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  @ParameterizedTest
  @CsvSource({"1, 5, 5", "2, 15, 10", "3, 30, 20", "4, 30, 40", "5, 30, 60", "200, 30, 60"})
  void theLastDelayRepeats(int attempts, long steadyMinutes, long backoffMinutes) {
    assertDelay(RetrySchedule.STEADY, attempts, Duration.ofMinutes(steadyMinutes));
    assertDelay(RetrySchedule.BACKOFF, attempts, Duration.ofMinutes(backoffMinutes));
  }

  @Test
  void theDelayVariesByATenthEachWay() {
    Random random = new Random(1);
    List<Duration> delays =
        java.util.stream.Stream.generate(() -> RetrySchedule.STEADY.delayAfter(3, random))
            .limit(1_000)
            .toList();

    assertThat(delays).allMatch(d -> isWithin(d, Duration.ofMinutes(27), Duration.ofMinutes(33)));
    assertThat(delays).anyMatch(d -> d.compareTo(Duration.ofSeconds(27 * 60 + 30)) < 0);
    assertThat(delays).anyMatch(d -> d.compareTo(Duration.ofSeconds(32 * 60 + 30)) > 0);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new RetrySchedule(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertDelay(RetrySchedule schedule, int attempts, Duration expected) {
    long millis = expected.toMillis();
    assertThat(
            isWithin(
                schedule.delayAfter(attempts, new Random(attempts)),
                Duration.ofMillis(millis * 9 / 10),
                Duration.ofMillis(millis * 11 / 10)))
        .isTrue();
  }

  private static boolean isWithin(Duration delay, Duration least, Duration most) {
    return delay.compareTo(least) >= 0 && delay.compareTo(most) <= 0;
  }
}
