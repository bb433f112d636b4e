package org.mailroom.console.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.console.Phrases;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.queue.view.QueuedFor;

class WaitingTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
  private final Phrases phrases = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOON);

  @Test
  void mailOfAllItsNamesIsAddedUp() throws FilterException {
    Waiting waiting =
        Waiting.of(
            Set.of("mx1.x.test,mx2.x.test", "x.test"),
            List.of(
                queued("mx1.x.test,mx2.x.test", QueueState.DEFERRED, 3, NOON),
                queued("x.test", QueueState.READY, 2, NOON.minusSeconds(60))));
    assertThat(waiting.mails()).isEqualTo(5);
    assertThat(waiting.size()).isEqualTo(500);
    assertThat(waiting.oldest()).contains(NOON.minusSeconds(60));
    assertThat(waiting.local()).isFalse();
    assertThat(waiting.filter()).isEqualTo("nexthop:\"mx1.x.test,mx2.x.test|x.test\"");
    QueueFilter.parse(waiting.filter());
  }

  @Test
  void mailForMailboxesIsNoDestinationElsewhere() {
    Waiting waiting =
        Waiting.of(
            Set.of("local:mailboxes"),
            List.of(queued("local:mailboxes", QueueState.DELIVERY, 2, NOON)));
    assertThat(waiting.local()).isTrue();
    assertThat(Waiting.of(Set.of("x.test"), List.of()).local()).isFalse();
  }

  @Test
  void agesAreFourPiecesThatFillTheBar() {
    AgeBar bar = AgeBar.of(List.of(1L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 1L, 1L), phrases);
    assertThat(bar.pieces()).extracting(AgeBar.Piece::age).containsExactly(0, 3);
    assertThat(bar.pieces().get(1).from()).isCloseTo(50, within(0.001));
    assertThat(bar.words()).isEqualTo("2 younger than 20 min, 0 than 80 min, 0 than 11 h, 2 older");
    assertThat(AgeBar.of(List.of(), phrases)).isEqualTo(new AgeBar(List.of(), ""));
  }

  private static QueuedFor queued(String name, QueueState state, long mails, Instant oldest) {
    return new QueuedFor(
        name,
        Map.of(state, mails),
        mails * 100,
        oldest,
        List.of(mails, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
  }
}
