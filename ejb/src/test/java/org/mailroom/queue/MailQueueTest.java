package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.mail.InMemoryContent;

/** What the index knows of a mail whose publication failed. */
@Timeout(60)
class MailQueueTest {

  private final BlockingBroker broker = new BlockingBroker();
  private final QueueIndex index = new QueueIndex();
  private final MailQueue queue = new MailQueue(Clock.systemUTC(), index, () -> true);

  @BeforeEach
  void open() {
    queue.inlineBodies = broker.factory();
    queue.largeBodies = broker.factory();
    queue.wideHeaders = broker.factory();
    queue.open();
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void aReceivedMailThatWasRefusedIsNotKnown() throws Exception {
    QueuedMail mail = received();
    broker.blockIn("acquireCredits", "sendRegularMessage");
    Throwable failure = failureOf(() -> queue.accept(new Publication().ready(mail)));
    assertThat(failure).isExactlyInstanceOf(QueueException.class);
    assertThat(index.find(mail.key())).isEmpty();
  }

  @Test
  void theGenerationBeforeAnUnconfirmedOneIsStillTheNewest() throws Exception {
    QueuedMail mail = received();
    assertThat(index.take(mail)).isTrue();
    broker.blockIn("send", "sendRegularMessage");
    Throwable failure = failureOf(() -> queue.publish(new Publication().ready(mail.again())));
    assertThat(failure).isInstanceOf(QueueUnconfirmedException.class);
    index.giveBack(mail, QueueState.READY);
    assertThat(index.count(QueueState.READY)).isEqualTo(1);
    assertThat(index.take(mail)).as("the broker delivers it again").isTrue();
  }

  @Test
  void anUnconfirmedGenerationThatDidArriveIsTakenToo() throws Exception {
    QueuedMail mail = received();
    assertThat(index.take(mail)).isTrue();
    broker.blockIn("send", "sendRegularMessage");
    failureOf(() -> queue.publish(new Publication().ready(mail.again())));
    assertThat(index.take(mail.again())).isTrue();
    index.finish(mail.again());
    assertThat(index.size()).isZero();
  }

  private static QueuedMail received() {
    return QueuedMails.received(1).withContent(new InMemoryContent(new byte[] {'x'}));
  }

  private interface Sending {
    void run() throws QueueException;
  }

  /** What a send throws that the broker lets wait until its deadline. */
  private Throwable failureOf(Sending sending) throws Exception {
    Thread[] sender = new Thread[1];
    CompletableFuture<Throwable> end =
        CompletableFuture.supplyAsync(
            () -> {
              sender[0] = Thread.currentThread();
              return catchThrowable(sending::run);
            });
    await().until(broker::isBlocking);
    sender[0].interrupt();
    return end.get();
  }
}
