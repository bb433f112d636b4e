package org.mailroom.queue.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.queue.QueuedMails.NOON;
import static org.mailroom.queue.QueuedMails.deferred;
import static org.mailroom.queue.QueuedMails.id;
import static org.mailroom.queue.QueuedMails.received;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.QueuedMails;

class QueueViewTest {

  private static final Duration SINCE = Duration.ofMinutes(100);

  private final QueueIndex index = new QueueIndex();
  private final QueueView view =
      new QueueView(
          index,
          Clock.fixed(NOON.plus(SINCE), ZoneOffset.UTC),
          MBeanServerFactory.newMBeanServer());

  @Test
  void anEmptyQueueHasNoOldestMail() {
    assertThat(view.overview().total()).isZero();
    assertThat(view.overview().oldest()).isEmpty();
    assertThat(view.destinations()).isEmpty();
  }

  @Test
  void whatAFilterWantsIsCountedAndShownByItself() {
    put(received(5), QueueState.READY);
    put(received(6), QueueState.HELD);
    put(deferred(3, 9), QueueState.DEFERRED);
    Predicate<QueueEntry> wanted = part -> !part.id().equals(id(6).text());
    QueueOverview overview = view.overview(wanted);
    assertThat(overview.total()).isEqualTo(2);
    assertThat(overview.count(QueueState.HELD)).isZero();
    assertThat(overview.oldest()).isPresent();
    assertThat(view.overview(part -> false).oldest()).isEmpty();
    assertThat(view.page(wanted, Optional.of(QueueState.HELD), 1, 10).total()).isZero();
    assertThat(view.page(wanted, Optional.of(QueueState.DEFERRED), 1, 10).rows())
        .extracting(QueueRow::id)
        .containsExactly(id(3).text());
  }

  @Test
  void mailIsCountedByWhatWasAnsweredLast() {
    put(deferred(1, 9), QueueState.DEFERRED);
    put(deferred(2, 9), QueueState.DEFERRED);
    put(received(3), QueueState.READY);
    List<QueuedError> errors = view.errors(10);
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().mails()).isEqualTo(2);
    assertThat(errors.getFirst().nextHops()).isEqualTo(1);
    assertThat(errors.getFirst().diagnosis().text()).isEqualTo("452 4.2.2 Mailbox full");
    assertThat(view.errors(0)).isEmpty();
  }

  @Test
  void whatCameSinceIsCounted() {
    put(received(5), QueueState.READY);
    Instant accepted = view.overview().oldest().orElseThrow();
    assertThat(view.acceptedAfter(part -> true, accepted.minusMillis(1))).isEqualTo(1);
    assertThat(view.acceptedAfter(part -> true, accepted)).isZero();
    assertThat(view.acceptedAfter(part -> false, accepted.minusMillis(1))).isZero();
  }

  @Test
  void everyStateIsCounted() {
    put(received(5), QueueState.READY);
    put(received(6), QueueState.IN_FLIGHT);
    put(deferred(3, 9), QueueState.DEFERRED);
    put(deferred(2, 9), QueueState.DEFERRED);
    put(received(7), QueueState.HELD);
    QueueOverview overview = view.overview();
    assertThat(overview.count(QueueState.READY)).isEqualTo(1);
    assertThat(overview.count(QueueState.IN_FLIGHT)).isEqualTo(1);
    assertThat(overview.count(QueueState.DEFERRED)).isEqualTo(2);
    assertThat(overview.count(QueueState.HELD)).isEqualTo(1);
    assertThat(overview.count(QueueState.DEAD)).isZero();
    assertThat(overview.total()).isEqualTo(5);
    assertThat(overview.oldest()).contains(NOON.plusSeconds(2));
  }

  @Test
  void aRowTellsWhatTheRecordHas() {
    put(deferred(2, 9), QueueState.DEFERRED);
    QueueRow row = view.page(Optional.of(QueueState.DEFERRED), 1, 50).rows().get(0);
    assertThat(row.id()).isEqualTo(id(2).text());
    assertThat(row.part()).isEqualTo("1");
    assertThat(row.reversePath()).isEqualTo("ann@corp.test");
    assertThat(row.firstRecipient()).isEqualTo("bob2@example.test");
    assertThat(row.size()).isEqualTo(4096);
    assertThat(row.firstQueued()).contains(NOON.plusSeconds(2));
    assertThat(row.attempts()).isEqualTo(1);
    assertThat(row.nextHop()).contains("mx.example.test");
    assertThat(row.lastAttempt()).contains(NOON.plusSeconds(3));
    assertThat(row.nextAttempt()).contains(NOON.plusSeconds(9));
    assertThat(row.last().map(Diagnosis::text)).contains("452 4.2.2 Mailbox full");
    assertThat(row.last().map(Diagnosis::status)).contains(EnhancedStatusCode.of("4.2.2"));
    assertThat(row.client()).isEqualTo("192.0.2.1");
  }

  @Test
  void allRecipientsAreNamedWithoutTheirParameters() {
    put(QueuedMails.full(), QueueState.DEFERRED);
    assertThat(view.show(id(7)).get(0).recipients())
        .containsExactly("bob@example.test", "\u7530@example.test");
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 12", "2, 2, 34", "3, 2, 5", "4, 2, ''", "1, 5, 12345", "2, 1, 2"})
  void theOldestComeFirstWhateverTheirState(int page, int size, String expected) {
    put(received(4), QueueState.READY);
    put(received(2), QueueState.DEAD);
    put(deferred(5, 100), QueueState.DEFERRED);
    put(received(1), QueueState.IN_FLIGHT);
    put(deferred(3, 200), QueueState.DEFERRED);
    QueuePage found = view.page(Optional.empty(), page, size);
    assertThat(found.total()).isEqualTo(5);
    assertThat(numbers(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 21", "2, 2, 3", "3, 2, ''"})
  void deferredMailComesByItsNextAttempt(int page, int size, String expected) {
    put(deferred(1, 200), QueueState.DEFERRED);
    put(deferred(2, 100), QueueState.DEFERRED);
    put(deferred(3, 300), QueueState.DEFERRED);
    put(received(4), QueueState.READY);
    QueuePage found = view.page(Optional.of(QueueState.DEFERRED), page, size);
    assertThat(found.total()).isEqualTo(3);
    assertThat(numbers(found)).isEqualTo(expected);
  }

  @Test
  void aFilterFindsMailInEveryState() {
    put(received(1), QueueState.READY);
    put(received(2), QueueState.HELD);
    put(deferred(3, 9), QueueState.DEFERRED);
    QueuePage found = view.page(part -> part.nextHop().equals("example.test"), 1, 50);
    assertThat(numbers(found)).isEqualTo("12");
    assertThat(found.total()).isEqualTo(2);
  }

  @Test
  void allPagesTogetherHaveEachMailOnce() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 5000).boxed().toList());
    Collections.shuffle(order, new Random(1));
    order.forEach(i -> put(deferred(i, 1000 - i % 500), QueueState.DEFERRED));
    List<String> ids = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (int page = 1; page <= 51; page++) {
      for (QueueRow row : view.page(Optional.of(QueueState.DEFERRED), page, 100).rows()) {
        ids.add(row.id());
        times.add(row.nextAttempt().orElseThrow());
      }
    }
    assertThat(ids).hasSize(5000).doesNotHaveDuplicates();
    assertThat(times).isSorted();
  }

  @Test
  void allPartsOfAMailAreShownWhereverTheyAre() {
    put(received(1), QueueState.READY);
    put(received(2), QueueState.READY);
    QueuedMail mail = received(1);
    put(
        mail.split(1, mail.envelope().reversePath(), mail.envelope().recipients(), "example.test"),
        QueueState.HELD);
    put(
        mail.split(2, mail.envelope().reversePath(), mail.envelope().recipients(), "example.test"),
        QueueState.DEAD);
    assertThat(view.show(id(1)))
        .extracting(QueueRow::state)
        .containsExactly(QueueState.READY, QueueState.HELD, QueueState.DEAD);
    assertThat(view.show(id(3))).isEmpty();
  }

  @Test
  void destinationsAreCountedByStateAndAge() {
    put(received(1), QueueState.READY);
    put(deferred(0, 9000), QueueState.DEFERRED);
    put(deferred(2, 9000), QueueState.DEFERRED);
    put(deferred(5760, 9000), QueueState.DEFERRED); // 4 minutes old
    put(deferred(5400, 9000), QueueState.DEFERRED); // 10 minutes old
    List<QueuedFor> destinations = List.copyOf(view.destinations());
    assertThat(destinations)
        .extracting(QueuedFor::nextHop)
        .containsExactly("example.test", "mx.example.test");
    QueuedFor hop = destinations.get(1);
    assertThat(hop.count(QueueState.DEFERRED)).isEqualTo(4);
    assertThat(hop.count(QueueState.READY)).isZero();
    assertThat(hop.total()).isEqualTo(4);
    assertThat(hop.size()).isEqualTo(4 * 4096);
    assertThat(hop.oldest()).isEqualTo(NOON);
    assertThat(hop.ages()).containsExactly(1L, 0L, 1L, 0L, 0L, 2L, 0L, 0L, 0L, 0L);
    assertThat(view.waitingFor()).containsOnlyKeys("mx.example.test").containsValue(4L);
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "1, 0", "1, 1001"})
  void aPageOutOfRangeIsRefused(int page, int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.page(Optional.of(QueueState.READY), page, size));
  }

  @Test
  void aBrokerThatIsNotThereIsSaidToBe() {
    assertThatThrownBy(view::diskUse).isInstanceOf(BrokerUnavailableException.class);
  }

  private void put(QueuedMail mail, QueueState state) {
    QueuedMails.put(index, mail, state);
  }

  private static String numbers(QueuePage page) {
    return String.join(
        "", page.rows().stream().map(row -> row.id().substring(row.id().length() - 1)).toList());
  }
}
