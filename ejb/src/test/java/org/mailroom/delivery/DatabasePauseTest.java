package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

class DatabasePauseTest {

  @Test
  void aDatabaseThatAnswersMakesNobodyWait() throws InterruptedException {
    DatabasePause pause = new DatabasePause(() -> true);
    assertThat(pause.begin()).isFalse();
    pause.await();
  }

  @Test
  void whoeverComesWaitsUntilItAnswersAgain() throws InterruptedException {
    AtomicBoolean up = new AtomicBoolean();
    DatabasePause pause = new DatabasePause(up::get);
    assertThat(pause.begin()).isTrue();
    up.set(true);
    pause.await();
    assertThat(pause.begin()).isFalse();
  }

  @Test
  void workThatFailedByARestartIsDoneOnceMore() throws Exception {
    DatabasePause pause = new DatabasePause(() -> true);
    AtomicInteger times = new AtomicInteger();
    assertThat(pause.around(() -> failing(times.incrementAndGet() == 1))).isEqualTo("done");
    assertThat(times).hasValue(2);
  }

  @Test
  void workThatFailsThoughTheDatabaseAnswersIsGivenUp() {
    DatabasePause pause = new DatabasePause(() -> true);
    AtomicInteger times = new AtomicInteger();
    assertThatThrownBy(() -> pause.around(() -> failing(times.incrementAndGet() > 0)))
        .isInstanceOf(DatabaseException.class);
    assertThat(times).hasValue(2);
  }

  @Test
  void workWaitsForTheDatabaseHoweverOftenItGoesDown() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DatabasePause pause = new DatabasePause(() -> asked.incrementAndGet() % 2 == 0);
    AtomicInteger times = new AtomicInteger();
    assertThat(pause.around(() -> failing(times.incrementAndGet() < 3))).isEqualTo("done");
    assertThat(times).hasValue(3);
  }

  private static String failing(boolean fails) {
    if (fails) {
      new Database().read(entities -> entities);
    }
    return "done";
  }
}
