package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queue ids are unique, in order, and of one form. */
class QueueIdTest {

  private static final Instant NOW = Instant.parse("2025-11-22T21:21:05Z");

  @Test
  void idsOfOneMillisecondAreDifferentAndInOrder() {
    QueueIdSource source = at(NOW);
    List<QueueId> ids = Stream.generate(source::next).limit(10_000).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsOfManyThreadsAreDifferent() {
    QueueIdSource source = at(NOW);
    List<QueueId> ids = IntStream.range(0, 20_000).parallel().mapToObj(i -> source.next()).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void laterIdsAreGreaterAndAClockThatGoesBackChangesNothing() {
    QueueId early = at(NOW).next();
    QueueId late = at(NOW.plusMillis(3000)).next();
    assertThat(late).isGreaterThan(early);

    Instant[] time = {NOW};
    QueueIdSource source = new QueueIdSource(clock(time));
    QueueId first = source.next();
    time[0] = NOW.minusSeconds(3600);
    assertThat(source.next()).isGreaterThan(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789ABC",
        "123456789ABCDE",
        "123456789ABCI",
        "123456789ABCL",
        "123456789ABCO",
        "123456789ABCU",
        "123456789abcd",
        "123456789AB'D",
        "123456789ABC\n"
      })
  void anotherFormIsNoQueueId(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> QueueId.of(text));
  }

  @Test
  void aQueueIdIsReadAsItWasWritten() {
    QueueId id = at(NOW).next();
    assertThat(QueueId.of(id.toString())).isEqualTo(id);
  }

  private static QueueIdSource at(Instant now) {
    return new QueueIdSource(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Clock clock(Instant[] time) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return time[0];
      }
    };
  }
}
