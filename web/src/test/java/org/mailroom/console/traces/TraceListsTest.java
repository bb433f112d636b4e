package org.mailroom.console.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.console.Phrases;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceRow;

class TraceListsTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  @Test
  void twoListsBecomeOneWithEachRowOnce() {
    TracePage merged =
        TraceFinder.merge(
            new TracePage(rows("9", "7"), ""), new TracePage(rows("8", "7", "6"), ""), 10);
    assertThat(merged).isEqualTo(new TracePage(rows("9", "8", "7", "6"), ""));
  }

  @Test
  void aFullPageEndsWhereTheNextBegins() {
    TracePage merged =
        TraceFinder.merge(new TracePage(rows("9", "7"), "7"), new TracePage(rows("8"), ""), 2);
    assertThat(merged).isEqualTo(new TracePage(rows("9", "8"), "8"));
  }

  @Test
  void whatOneListHasNotReachedIsLeftToTheNextPage() {
    TracePage merged =
        TraceFinder.merge(
            new TracePage(rows("9", "7"), "7"), new TracePage(rows("3", "2"), "2"), 2);
    assertThat(merged).isEqualTo(new TracePage(rows("9", "7"), "7"));
  }

  @Test
  void newRowsAreCountedAndOldOnesStay() {
    Refreshed refreshed = Refreshed.of(lines("5", "4"), lines("7", "6", "5"));
    assertThat(refreshed.news()).isEqualTo(2);
    assertThat(refreshed.lines()).extracting(TraceLine::place).containsExactly("5", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Lunch | Lunch",
        "a, b | \"a, b\"",
        "say \"x\" | \"say \"\"x\"\"\"",
        "=1+1 | '=1+1",
        "-x | '-x",
        "@SUM(A1) | '@SUM(A1)",
      })
  void aCellIsTextWhateverAStrangerWrote(String text, String cell) {
    assertThat(Csv.cell(text)).isEqualTo(cell);
  }

  @Test
  void aLineHasAsManyCellsAsTheHeader() {
    String header = Csv.HEADER;
    assertThat(Csv.line(rows("1").getFirst()).split(",", -1)).hasSameSizeAs(header.split(",", -1));
  }

  private static List<TraceRow> rows(String... places) {
    return Stream.of(places)
        .map(
            place ->
                new TraceRow(
                    QueueId.of("01HZY8Q2K3M4N"),
                    NOON,
                    "ann@corp.test",
                    "bob@x.test",
                    "",
                    42,
                    Optional.empty(),
                    place))
        .toList();
  }

  private static List<TraceLine> lines(String... places) {
    Phrases phrases = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOON);
    return rows(places).stream().map(row -> TraceLine.of(row, phrases)).toList();
  }
}
