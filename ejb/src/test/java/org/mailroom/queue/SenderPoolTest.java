package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.broker.QueueName;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;

/** Sends that the broker lets wait, and what is known of them then. */
@Timeout(60)
class SenderPoolTest {

  private final AtomicLong nanos = new AtomicLong();
  private final HandOvers handOvers = new HandOvers(Duration.ofSeconds(30), nanos::get);
  private final BlockingBroker broker = new BlockingBroker();
  private final AtomicBoolean brokerRuns = new AtomicBoolean(true);

  @Test
  void aSendThatWaitsForCreditsEndsAtItsDeadlineAndNothingIsQueued() throws Exception {
    broker.blockIn("acquireCredits", "sendRegularMessage");
    CompletableFuture<Throwable> end = sendInBackground(false);
    pass(Duration.ofSeconds(30));
    assertThat(end).as("before its deadline").isNotDone();
    nanos.incrementAndGet();
    handOvers.endOverdue();
    assertThat(end.get())
        .isInstanceOf(QueueException.class)
        .isNotInstanceOf(QueueUnconfirmedException.class)
        .hasMessageContaining("takes no mail");
  }

  @Test
  void aStandstillOfTheProcessIsNoReasonToEndASend() throws Exception {
    broker.blockIn("acquireCredits", "sendRegularMessage");
    CompletableFuture<Throwable> end = sendInBackground(false);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    handOvers.endOverdue();
    pass(Duration.ofSeconds(25));
    assertThat(end).as("the broker has had no 30 seconds").isNotDone();
    passDeadline();
    assertThat(end.get()).hasMessageContaining("takes no mail");
  }

  @Test
  void ofALargeMailItIsNotKnownWhetherTheBrokerHasIt() throws Exception {
    broker.blockIn("acquireCredits", "largeMessageSendStreamed");
    CompletableFuture<Throwable> end = sendInBackground(false);
    passDeadline();
    assertThat(end.get()).isInstanceOf(QueueUnconfirmedException.class);
  }

  @Test
  void aSendThatWasInterruptedAnywhereElseIsNotCertain() throws Exception {
    broker.blockIn("send", "sendRegularMessage");
    CompletableFuture<Throwable> end = sendInBackground(false);
    passDeadline();
    assertThat(end.get()).isInstanceOf(QueueUnconfirmedException.class);
  }

  @Test
  void aJmsTransactionThatWasNotCommittedLeavesNothing() throws Exception {
    broker.blockIn("acquireCredits", "largeMessageSendStreamed");
    CompletableFuture<Throwable> end = sendInBackground(true);
    passDeadline();
    assertThat(end.get())
        .isInstanceOf(QueueException.class)
        .isNotInstanceOf(QueueUnconfirmedException.class);
    assertThat(broker.closedConnections()).isEqualTo(1);
  }

  @Test
  void theInterruptDoesNotOutliveTheHandOver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CompletableFuture<Boolean> left =
        CompletableFuture.supplyAsync(
            () -> {
              HandOvers.HandOver handOver = handOvers.begin();
              begun.countDown();
              awaitQuietly(interrupted);
              handOver.end();
              return Thread.currentThread().isInterrupted();
            });
    begun.await();
    pass(Duration.ofSeconds(31));
    interrupted.countDown();
    assertThat(left.get()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConfirmationOfABrokerThatStopsIsNone(boolean together) {
    broker.confirm();
    assertThatCode(() -> send(together)).doesNotThrowAnyException();
    brokerRuns.set(false);
    assertThatThrownBy(() -> send(together)).isInstanceOf(QueueUnconfirmedException.class);
  }

  private static QueuedMail mail() {
    return QueuedMail.received(
        new QueueIdSource(Clock.systemUTC()).next(),
        PartId.of(1),
        Envelope.of(
            ReversePath.NULL, List.of(EnvelopeRecipient.of(ForwardPath.parse("ann@corp.test")))),
        "corp.test",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60),
        Origin.trusted("127.0.0.1"),
        new InMemoryContent(new byte[] {'x'}));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean counted = false;
    while (!counted) {
      // Not an interruptible wait: the interrupt shall still be there behind it.
      counted = latch.getCount() == 0;
      Thread.onSpinWait();
    }
  }

  private void passDeadline() {
    pass(Duration.ofSeconds(31));
  }

  /** Time passes, with a look every second. */
  private void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      handOvers.endOverdue();
    }
  }

  /** What the send throws. */
  private CompletableFuture<Throwable> sendInBackground(boolean together) {
    CompletableFuture<Throwable> end =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> send(together)));
    await().until(broker::isBlocking);
    return end;
  }

  private void send(boolean together) throws QueueException {
    SenderPool pool =
        new SenderPool("test", broker.factory(), together, 1, handOvers, brokerRuns::get);
    SenderPool.Work work = sender -> sender.send(mail(), QueueName.RELAY, 0, false);
    if (together) {
      pool.sendTogether(work);
    } else {
      pool.send(work);
    }
  }
}
