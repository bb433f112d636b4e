package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseHealthTest {

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private Runnable answer = () -> {};
  private final DatabaseHealth health = new DatabaseHealth(() -> answer.run(), () -> now);

  @Test
  void aDatabaseThatAnswersIsNoTrouble() {
    assertThat(health.trouble()).isEmpty();
    health.ask();
    assertThat(health.trouble()).isEmpty();
  }

  @Test
  void troubleIsThatOfNowSinceItBegan() {
    fail("Connection refused");
    pass(Duration.ofMinutes(5));
    fail("No space left");
    assertThat(health.trouble()).contains("No space left, since 2026-11-22T12:00:00Z");
  }

  @Test
  void troubleEndsWithAnAnswer() {
    fail("Connection refused");
    answer = () -> {};
    health.ask();
    assertThat(health.trouble()).isEmpty();
  }

  @Test
  void anAnswerThatIsLongInComingIsTrouble() {
    answer =
        () -> {
          pass(DatabaseHealth.PATIENCE);
          assertThat(health.trouble()).isEmpty();
          pass(Duration.ofSeconds(1));
          assertThat(health.trouble()).contains("No answer comes, since 2026-11-22T12:00:00Z");
        };
    health.ask();
    assertThat(health.trouble()).isEmpty();
  }

  private void fail(String reason) {
    answer =
        () -> {
          throw new DatabaseException(reason);
        };
    health.ask();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
