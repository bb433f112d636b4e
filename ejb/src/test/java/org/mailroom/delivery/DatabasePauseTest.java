package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

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
}
