package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.queue.QueuedMails.deferred;
import static org.mailroom.queue.QueuedMails.received;

import java.util.Map;
import java.util.stream.IntStream;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.broker.QueueName;

class QueueScanTest {

  private final ShownBroker broker = new ShownBroker();
  private final QueueIndex index = new QueueIndex();
  private final QueueScan scan = new QueueScan(index, broker.server);

  @Test
  void mailIsFoundInEveryStateThatTheBrokerKnows() {
    queue(QueueName.RELAY).ready.add(shown(received(1)));
    queue(QueueName.RELAY).inDelivery.add(shown(received(2)));
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(3, 300)));
    queue(QueueName.DEFERRED).ready.add(shown(deferred(4, 5)));
    queue(QueueName.HELD).ready.add(shown(received(5)));
    queue(QueueName.HELD).waiting.add(shown(deferred(6, 300)));
    queue(QueueName.DEAD).ready.add(shown(deferred(7, 5)));
    queue(QueueName.DELIVERY).ready.add(shown(received(8)));
    scan.fill();
    assertThat(index.counts())
        .containsEntry(QueueState.READY, 2L)
        .containsEntry(QueueState.DEFERRED, 2L)
        .containsEntry(QueueState.HELD, 2L)
        .containsEntry(QueueState.DEAD, 1L)
        .containsEntry(QueueState.DELIVERY, 1L);
    assertThat(index.find(deferred(3, 300).key()).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(QueueEntry.of(deferred(3, 300), QueueState.DEFERRED));
    assertThat(index.waiting("mx.example.test")).isEqualTo(2);
  }

  @Test
  void mailThatTheBrokerWillDeliverAgainWaits() {
    Map<String, Object> again = shown(received(1));
    again.put(BrokerQueue.DUE, 4000L);
    queue(QueueName.RELAY).waiting.add(again);
    scan.fill();
    QueueEntry entry = index.find(received(1).key()).orElseThrow();
    assertThat(entry.state()).isEqualTo(QueueState.DEFERRED);
    assertThat(entry.nextAttempt()).isEqualTo(4000);
  }

  @Test
  void mailWhoseTimeComesWhileTheQueueIsReadIsFound() {
    for (int i = 1; i <= 8; i++) {
      queue(QueueName.DEFERRED).waiting.add(shown(deferred(i, 300)));
    }
    queue(QueueName.DEFERRED).timeGoesOn = true;
    scan.fill();
    assertThat(index.count(QueueState.DEFERRED)).isEqualTo(8);
    assertThat(queue(QueueName.DEFERRED).waiting).isNotEmpty();
  }

  @Test
  void aLongQueueIsReadPageByPage() {
    IntStream.range(0, 10_001).forEach(i -> queue(QueueName.RELAY).ready.add(shown(received(i))));
    scan.fill();
    assertThat(index.count(QueueState.READY)).isEqualTo(10_001);
  }

  @Test
  void theOlderGenerationThatACrashLeftIsDropped() {
    queue(QueueName.RELAY).ready.add(shown(received(1)));
    queue(QueueName.RELAY).ready.add(shown(received(2)));
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(1, 300)));
    scan.fill();
    assertThat(queue(QueueName.RELAY).ready).hasSize(1);
    assertThat(index.find(deferred(1, 300).key()).map(QueueEntry::generation)).contains(1);
    assertThat(index.count(QueueState.READY)).isEqualTo(1);
    assertThat(index.count(QueueState.DEFERRED)).isEqualTo(1);
  }

  @Test
  void theNewerGenerationStaysWhenItIsMetFirst() {
    queue(QueueName.RELAY).ready.add(shown(deferred(1, 300).again()));
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(1, 300)));
    scan.fill();
    assertThat(queue(QueueName.DEFERRED).waiting).isEmpty();
    assertThat(index.find(received(1).key()).map(QueueEntry::generation)).contains(2);
  }

  @Test
  void anOlderGenerationThatAConsumerHasIsDroppedByIt() {
    queue(QueueName.RELAY).inDelivery.add(shown(received(1)));
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(1, 300)));
    scan.fill();
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.take(received(1))).isFalse();
    assertThat(index.take(deferred(1, 300))).isTrue();
  }

  @Test
  void aPartWhoseDsnIsInTheQueueIsDropped() {
    queue(QueueName.RELAY).ready.add(shown(received(1)));
    queue(QueueName.RELAY).ready.add(shown(received(2).tellingOf(received(1).publicationId())));
    scan.fill();
    assertThat(index.find(received(1).key())).isEmpty();
    assertThat(queue(QueueName.RELAY).ready).hasSize(1);
  }

  @Test
  void aPartWhoseDsnIsInTheQueueAndThatAConsumerHasIsDroppedByIt() {
    queue(QueueName.RELAY).inDelivery.add(shown(received(1)));
    queue(QueueName.RELAY).ready.add(shown(received(2).tellingOf(received(1).publicationId())));
    scan.fill();
    assertThat(index.find(received(1).key())).isEmpty();
    assertThat(index.take(received(1))).isFalse();
  }

  @Test
  void aPartThatWentOnBesideTheDsnAboutItStays() {
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(1, 300)));
    queue(QueueName.RELAY).ready.add(shown(received(2).tellingOf(received(1).publicationId())));
    scan.fill();
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void aMessageThatIsNoMailGoesToTheDeadQueueAndIsListedThere() {
    Map<String, Object> poison = shown(received(1));
    poison.computeIfPresent(
        QueueRecord.RECORD, (name, record) -> ((String) record).replaceFirst("p=1", "p=none"));
    queue(QueueName.DEFERRED).waiting.add(poison);
    queue(QueueName.DEFERRED).waiting.add(shown(deferred(2, 300)));
    scan.fill();
    assertThat(queue(QueueName.DEFERRED).waiting).hasSize(1);
    QueueEntry dead = index.find("/1").orElseThrow();
    assertThat(dead.state()).isEqualTo(QueueState.DEAD);
    assertThat(dead.isReadable()).isFalse();
    assertThat(dead.reversePath()).isEqualTo("ann@corp.test");
    assertThat(dead.size()).isEqualTo(4096);
  }

  @Test
  void aSecondFillingForgetsTheFirst() {
    queue(QueueName.RELAY).ready.add(shown(received(1)));
    scan.fill();
    queue(QueueName.RELAY).ready.clear();
    scan.fill();
    assertThat(index.size()).isZero();
    assertThat(index.ready("example.test")).isZero();
  }

  @Test
  void aBrokerThatDoesNotAnswerIsSaidSo() {
    QueueScan lonely = new QueueScan(index, MBeanServerFactory.newMBeanServer());
    assertThatThrownBy(lonely::fill)
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("mailroom.relay");
  }

  private ShownQueue.InMemory queue(QueueName name) {
    return broker.queue(name);
  }

  private Map<String, Object> shown(QueuedMail mail) {
    return broker.shown(mail);
  }
}
