package org.mailroom.queue.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.queue.view.ShownMessage.mail;
import static org.mailroom.queue.view.ShownMessage.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.QueueId;
import org.mailroom.queue.QueueName;

class QueueViewTest {

  private static final String A = "01HZY8Q2K3M4A";
  private static final String B = "01HZY8Q2K3M4B";
  private static final String C = "01HZY8Q2K3M4C";

  private final Map<QueueName, ShownQueue.InMemory> queues = new EnumMap<>(QueueName.class);
  private final SteppedClock clock = new SteppedClock();
  private QueueView view;

  @BeforeEach
  void openTheBroker() throws Exception {
    MBeanServer server = MBeanServerFactory.newMBeanServer();
    for (QueueName name : QueueName.values()) {
      queues.put(name, new ShownQueue.InMemory());
      server.registerMBean(
          new StandardMBean(queues.get(name), ShownQueue.class, false),
          new ObjectName(BrokerQueue.beanOf(name)));
    }
    server.registerMBean(
        new StandardMBean(new QuarterFull(), ShownQueue.Disk.class, false),
        new ObjectName(BrokerBean.BROKER));
    view = new QueueView(server, clock);
  }

  @Test
  void anEmptyQueueHasNoOldestMail() {
    assertThat(view.overview().total()).isZero();
    assertThat(view.overview().oldest()).isEmpty();
  }

  @Test
  void everyStateIsCounted() {
    queues.get(QueueName.RELAY).ready = List.of(mail(A, "1", "bob@example.test", 5000));
    queues.get(QueueName.RELAY).inDelivery = List.of(mail(B, "1", "bob@example.test", 4000));
    queues.get(QueueName.DEFERRED).ready = List.of(waiting(C, 3000, 9000));
    queues.get(QueueName.DEFERRED).waiting =
        List.of(waiting(A, 2000, 9000), waiting(B, 1000, 9000));
    queues.get(QueueName.DEFERRED).inDelivery = List.of(waiting(C, 6000, 9000));
    queues.get(QueueName.HELD).ready = List.of(mail(A, "2", "eve@example.test", 7000));
    QueueOverview overview = view.overview();
    assertThat(overview.count(QueueState.READY)).isEqualTo(1);
    assertThat(overview.count(QueueState.IN_FLIGHT)).isEqualTo(2);
    assertThat(overview.count(QueueState.DEFERRED)).isEqualTo(3);
    assertThat(overview.count(QueueState.HELD)).isEqualTo(1);
    assertThat(overview.count(QueueState.DEAD)).isZero();
    assertThat(overview.total()).isEqualTo(7);
    assertThat(overview.oldest()).contains(Instant.ofEpochMilli(1000));
  }

  @Test
  void aRowTellsWhatTheRecordHas() {
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(A, 2000, 9000));
    QueueRow row = view.page(Optional.of(QueueState.DEFERRED), 1, 50).rows().get(0);
    assertThat(row.id()).isEqualTo(A);
    assertThat(row.part()).isEqualTo("1");
    assertThat(row.reversePath()).isEqualTo("ann@corp.test");
    assertThat(row.firstRecipient()).isEqualTo("bob@example.test");
    assertThat(row.size()).isEqualTo(4096);
    assertThat(row.firstQueued()).contains(Instant.ofEpochMilli(2000));
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(row.nextHop()).contains("mx.example.test");
    assertThat(row.nextAttempt()).contains(Instant.ofEpochMilli(9000));
    assertThat(row.last().map(Diagnosis::text)).contains("452 4.2.2 Mailbox full");
    assertThat(row.last().map(Diagnosis::status)).contains(EnhancedStatusCode.of("4.2.2"));
    assertThat(row.last().map(Diagnosis::isReply)).contains(true);
  }

  @Test
  void recipientsAreNamedWithoutTheirParameters() {
    queues.get(QueueName.RELAY).ready =
        List.of(mail(A, "1", "bob@example.test\tNEVER\t\neve@example.test", 0));
    assertThat(view.page(Optional.of(QueueState.READY), 1, 50).rows().get(0).recipients())
        .containsExactly("bob@example.test", "eve@example.test");
  }

  @Test
  void aMessageThatIsNoMailHasARowAsWell() {
    queues.get(QueueName.DEAD).ready =
        List.of(Map.of(), Map.of("lastStage", "rcpt", "lastStatus", "no code"));
    assertThat(view.page(Optional.of(QueueState.DEAD), 1, 50).rows())
        .hasSize(2)
        .allMatch(row -> row.id().isEmpty() && row.last().isEmpty());
  }

  @Test
  void theBrokerPagesReadyMail() {
    queues.get(QueueName.RELAY).ready =
        List.of(
            mail(A, "1", "a@x.test", 0), mail(B, "1", "b@x.test", 0), mail(C, "1", "c@x.test", 0));
    QueuePage page = view.page(Optional.of(QueueState.READY), 2, 2);
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.rows()).extracting(QueueRow::id).containsExactly(C);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, AB", "2, 2, C", "1, 1, A", "2, 1, B", "3, 1, C", "1, 3, ABC", "4, 1, ''"})
  void dueMailStandsBeforeWaitingMailByItsNextAttempt(int page, int size, String last) {
    queues.get(QueueName.DEFERRED).ready = List.of(waiting(A, 0, 1000));
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(C, 0, 3000), waiting(B, 0, 2000));
    QueuePage found = view.page(Optional.of(QueueState.DEFERRED), page, size);
    assertThat(found.total()).isEqualTo(3);
    assertThat(String.join("", found.rows().stream().map(r -> r.id().substring(12)).toList()))
        .isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"1, 10, ABCABCA", "1, 2, AB", "2, 2, CA", "3, 2, BC", "4, 2, A", "2, 3, ABC"})
  void allStatesArePagedOneAfterTheOther(int page, int size, String last) {
    queues.get(QueueName.RELAY).ready =
        List.of(mail(A, "1", "a@x.test", 0), mail(B, "1", "b@x.test", 0));
    queues.get(QueueName.RELAY).inDelivery = List.of(mail(C, "1", "c@x.test", 0));
    queues.get(QueueName.DEFERRED).ready = List.of(waiting(A, 0, 1000));
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(C, 0, 3000), waiting(B, 0, 2000));
    queues.get(QueueName.DEAD).ready = List.of(mail(A, "1", "a@x.test", 0));
    QueuePage found = view.page(Optional.empty(), page, size);
    assertThat(found.total()).isEqualTo(7);
    assertThat(String.join("", found.rows().stream().map(r -> r.id().substring(12)).toList()))
        .isEqualTo(last);
  }

  @Test
  void mailsThatWaitAreCountedByTheirNextHop() {
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(A, 0, 1000), waiting(B, 0, 2000));
    assertThat(view.waitingFor()).containsExactly(Map.entry("mx.example.test", 2L));
  }

  @Test
  void theBrokerSaysHowFullTheDiskIs() {
    assertThat(view.diskUse()).isEqualTo(0.25);
  }

  @Test
  void mailThatTheBrokerWillDeliverAgainIsDeferred() {
    queues.get(QueueName.RELAY).waiting =
        List.of(with(mail(A, "1", "a@x.test", 0), "_AMQ_SCHED_DELIVERY", 4000L));
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(B, 0, 3000), waiting(C, 0, 5000));
    assertThat(view.overview().count(QueueState.READY)).isZero();
    assertThat(view.overview().count(QueueState.DEFERRED)).isEqualTo(3);
    assertThat(view.page(Optional.of(QueueState.DEFERRED), 1, 50).rows())
        .extracting(QueueRow::id)
        .containsExactly(B, A, C);
  }

  @Test
  void heldMailThatKeptItsScheduleIsHeld() {
    queues.get(QueueName.HELD).ready = List.of(mail(A, "1", "a@x.test", 0));
    queues.get(QueueName.HELD).waiting = List.of(waiting(B, 0, 3000));
    assertThat(view.overview().count(QueueState.HELD)).isEqualTo(2);
    assertThat(view.page(Optional.of(QueueState.HELD), 1, 50).rows())
        .extracting(QueueRow::id)
        .containsExactly(A, B);
  }

  @Test
  void waitingMailIsListedAtMostEveryFiveSeconds() {
    ShownQueue.InMemory deferred = queues.get(QueueName.DEFERRED);
    deferred.waiting = List.of(waiting(A, 0, 1000));
    view.overview();
    view.page(Optional.of(QueueState.DEFERRED), 1, 50);
    clock.pass(Duration.ofMillis(4999));
    view.show(QueueId.of(A));
    assertThat(deferred.listings).isEqualTo(1);
    clock.pass(Duration.ofMillis(1));
    view.page(Optional.of(QueueState.DEFERRED), 1, 50);
    assertThat(deferred.listings).isEqualTo(2);
  }

  @Test
  void tooManyWaitingMailsAreCountedAndNotListed() {
    ShownQueue.InMemory deferred = queues.get(QueueName.DEFERRED);
    deferred.waitingBeside = WaitingList.LIMIT + 1;
    QueuePage page = view.page(Optional.of(QueueState.DEFERRED), 1, 50);
    assertThat(page.listed()).isFalse();
    assertThat(page.total()).isEqualTo(WaitingList.LIMIT + 1);
    assertThat(deferred.listings).isZero();
  }

  @Test
  void allPartsOfAMailAreShownWhereverTheyAre() {
    queues.get(QueueName.RELAY).ready =
        List.of(mail(A, "1", "a@x.test", 0), mail(B, "1", "b@x.test", 0));
    queues.get(QueueName.RELAY).inDelivery = List.of(mail(A, "2", "b@y.test", 0));
    queues.get(QueueName.DEFERRED).waiting = List.of(waiting(A, 0, 1000), waiting(C, 0, 1000));
    queues.get(QueueName.DEAD).ready = List.of(mail(A, "3", "c@z.test", 0));
    assertThat(view.show(QueueId.of(A)))
        .extracting(QueueRow::state)
        .containsExactlyInAnyOrder(
            QueueState.READY, QueueState.IN_FLIGHT, QueueState.DEFERRED, QueueState.DEAD);
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "1, 0", "1, 1001"})
  void aPageOutOfRangeIsRefused(int page, int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.page(Optional.of(QueueState.READY), page, size));
  }

  @Test
  void aBrokerThatIsNotThereIsSaidToBe() {
    QueueView lonely = new QueueView(MBeanServerFactory.newMBeanServer(), clock);
    assertThatThrownBy(lonely::overview)
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("mailroom.relay");
  }

  private static Map<String, Object> with(Map<String, Object> mail, String name, Object value) {
    mail.put(name, value);
    return mail;
  }

  private static final class QuarterFull implements ShownQueue.Disk {
    @Override
    public double getDiskStoreUsage() {
      return 0.25;
    }
  }

  private static final class SteppedClock extends Clock {

    private Instant now = Instant.parse("2026-11-03T03:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
