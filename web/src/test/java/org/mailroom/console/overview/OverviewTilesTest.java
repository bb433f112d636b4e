package org.mailroom.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailroom.console.Phrases;
import org.mailroom.metrics.history.Point;

class OverviewTilesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:05:00Z");
  private static final Phrases PHRASES = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOW);

  /** Thirty seconds, in which 4 mails came, 3 recipients got theirs, and 1 attempt was deferred. */
  private final Point point = new Point(NOW, 30, 4, 100, 1, 2, 1, 0, 7, 12, 90, 3, 0.256);

  @Test
  void eachNumberIsInWords() {
    assertThat(new OverviewTiles(PHRASES, resource -> true).of(point, List.of(point, point)))
        .extracting(tile -> tile.key() + " " + tile.number())
        .containsExactly(
            "accepted 8",
            "delivered 6",
            "queued 12",
            "oldest 1 min",
            "deferred 25 %",
            "refused 14",
            "sessions 3",
            "disk 26 %");
  }

  @Test
  void whatTheReaderMayNotSeeIsNoLink() {
    assertThat(new OverviewTiles(PHRASES, "queue"::equals).of(point, List.of()))
        .filteredOn(tile -> !tile.address().isEmpty())
        .extracting(OverviewTile::key)
        .containsExactly("queued", "oldest", "deferred", "disk");
  }
}
