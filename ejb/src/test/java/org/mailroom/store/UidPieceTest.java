package org.mailroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.NumberSet;

class UidPieceTest {

  @Test
  void aRangeIsOnePieceHoweverLong() {
    assertThat(UidPiece.of(NumberSet.range(1, NumberSet.HIGHEST)))
        .containsExactly(new UidPiece(1, NumberSet.HIGHEST, List.of()));
    assertThat(UidPiece.of(NumberSet.range(3, 7))).containsExactly(new UidPiece(3, 7, List.of()));
    assertThat(UidPiece.of(NumberSet.NONE)).isEmpty();
  }

  @Test
  void fewNumbersAreOnePieceBetweenLongRanges() {
    NumberSet set =
        NumberSet.range(1, 1000).with(NumberSet.of(2000, 2002)).with(NumberSet.range(3000, 4000));
    assertThat(UidPiece.of(set))
        .containsExactly(
            new UidPiece(1, 1000, List.of()),
            new UidPiece(2000, 2002, List.of(2000L, 2002L)),
            new UidPiece(3000, 4000, List.of()));
  }

  @Test
  void manyNumbersAreSeveralPiecesOfWhichNoneIsTooLong() {
    NumberSet set =
        NumberSet.of(LongStream.range(0, 3000).map(i -> 2 * i + 1).toArray())
            .with(NumberSet.range(7000, 7400));
    List<UidPiece> pieces = UidPiece.of(set);
    assertThat(pieces).hasSize(7).allMatch(piece -> piece.some().size() <= UidPiece.MOST);
    assertThat(pieces.stream().mapToInt(piece -> piece.some().size()).sum()).isEqualTo(3000);
    assertThat(pieces.get(6)).isEqualTo(new UidPiece(7000, 7400, List.of()));
  }
}
