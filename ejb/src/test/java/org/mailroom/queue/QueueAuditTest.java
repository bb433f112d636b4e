package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.queue.QueuedMails.deferred;
import static org.mailroom.queue.QueuedMails.received;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.broker.QueueName;

class QueueAuditTest {

  private final ShownBroker broker = new ShownBroker();
  private final QueueIndex index = new QueueIndex();
  private final QueueScan scan = new QueueScan(index, broker.server);
  private final QueueAudit audit = new QueueAudit(index, scan);

  @Test
  void aMailThatTheIndexLacksIsAddedWhenTwoComparisonsSaySo() {
    broker.queue(QueueName.DEFERRED).waiting.add(broker.shown(deferred(1, 300)));
    look(QueueAudit.PATIENCE);
    assertThat(index.size()).isZero();
    look(1);
    assertThat(index.count(QueueState.DEFERRED)).isEqualTo(1);
    assertThat(index.waiting("mx.example.test")).isEqualTo(1);
  }

  @Test
  void aMailThatOnlyTheIndexHasIsForgottenWhenTwoComparisonsSaySo() {
    QueuedMails.put(index, received(1), QueueState.READY);
    look(QueueAudit.PATIENCE);
    assertThat(index.size()).isEqualTo(1);
    look(1);
    assertThat(index.size()).isZero();
    assertThat(index.ready("example.test")).isZero();
  }

  @Test
  void aMailThatMovedBetweenTwoComparisonsIsLeftAlone() {
    QueuedMails.put(index, received(1), QueueState.READY);
    look(QueueAudit.PATIENCE);
    index.giveBack(received(1), QueueState.READY);
    look(1);
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void countsThatDifferForAMomentMeanNothing() {
    broker.queue(QueueName.RELAY).ready.add(broker.shown(received(1)));
    look(QueueAudit.PATIENCE - 1);
    broker.queue(QueueName.RELAY).ready.clear();
    look(1);
    broker.queue(QueueName.RELAY).ready.add(broker.shown(received(1)));
    look(QueueAudit.PATIENCE);
    assertThat(index.size()).isZero();
  }

  @Test
  void countsThatDifferWhileMailComesMeanNothing() {
    List<Map<String, Object>> waiting = broker.queue(QueueName.DEFERRED).waiting;
    for (int i = 1; i <= 3 * QueueAudit.PATIENCE; i++) {
      waiting.add(broker.shown(deferred(i, 300)));
      look(1);
    }
    assertThat(index.size()).isZero();
    look(QueueAudit.PATIENCE + 1);
    assertThat(index.size()).isEqualTo(3 * QueueAudit.PATIENCE);
  }

  @Test
  void mailThatTheBrokerItselfLaidAsideIsKnownAtTheNextLook() {
    QueuedMails.put(index, received(1), QueueState.READY);
    broker.queue(QueueName.DEAD).ready.add(broker.shown(received(1)));
    look(1);
    assertThat(index.counts())
        .containsEntry(QueueState.DEAD, 1L)
        .containsEntry(QueueState.READY, 0L);
    broker.queue(QueueName.DEAD).ready.clear();
    look(1);
    assertThat(index.size()).isZero();
  }

  @Test
  void aDeadMessageThatIsNoMailIsKnownAsWell() {
    broker.queue(QueueName.DEAD).ready.add(new java.util.HashMap<>(Map.of("messageID", 77L)));
    look(1);
    assertThat(index.find("/77").map(QueueEntry::isReadable)).contains(false);
  }

  @Test
  void deadMailThatAnOperatorHasInHandStaysInHand() {
    broker.queue(QueueName.DEAD).inDelivery.add(broker.shown(received(1)));
    assertThat(index.take(received(1))).isTrue();
    look(1);
    assertThat(index.count(QueueState.IN_FLIGHT)).isEqualTo(1);
    assertThat(index.count(QueueState.DEAD)).isZero();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      audit.look();
    }
  }
}
