package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;

class WaitingRoomTest {

  private static final Admission OTHER =
      new Down(Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused"));

  private final WaitingRoom room = new WaitingRoom(2);
  private final AtomicReference<Admission> answer = new AtomicReference<>(new Full());

  @Test
  void whoeverSitsIsCalledWhenAConnectionComesFree() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Admission>> called =
          threads.submit(() -> room.await("a.test", 2, answer::get));
      await().until(() -> room.free("a.test", 2) == 1);
      answer.set(OTHER);
      room.freed("a.test");

      assertThat(called.get(5, TimeUnit.SECONDS)).contains(OTHER);
      assertThat(room.free("a.test", 2)).isEqualTo(2);
    }
  }

  @Test
  void aFreeSessionCallsSomebodyWhoWaitsForAnotherHop() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Admission>> called =
          threads.submit(() -> room.await("a.test", 2, answer::get));
      await().until(() -> room.free("a.test", 2) == 1);
      answer.set(OTHER);
      room.freed("b.test");

      assertThat(called.get(5, TimeUnit.SECONDS)).contains(OTHER);
    }
  }

  @Test
  void whoeverWaitsForTooLongLeaves() throws InterruptedException {
    assertThat(room.await("a.test", 2, answer::get)).isEmpty();
    assertThat(room.free("a.test", 2)).isEqualTo(2);
  }

  @Test
  void withoutASeatNobodyWaits() throws InterruptedException {
    assertThat(room.await("a.test", 0, () -> OTHER)).isEmpty();
  }
}
