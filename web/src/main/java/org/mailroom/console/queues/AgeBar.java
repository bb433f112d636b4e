package org.mailroom.console.queues;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.console.Phrases;

/**
 * How old the mail of a destination is, as a bar of four pieces.
 *
 * @param pieces those that are not empty
 * @param words the same for those who don't see it
 */
public record AgeBar(List<Piece> pieces, String words) {

  /** Where the pieces end among the buckets of {@link org.mailroom.queue.view.QueuedFor}. */
  private static final int[] ENDS = {3, 5, 8, Integer.MAX_VALUE};

  private static final int WIDTH = 100;

  /**
   * A piece.
   *
   * @param age 0 for the youngest, to 3
   * @param from where it begins, of a hundred
   * @param width of a hundred
   */
  public record Piece(int age, double from, double width) {}

  static AgeBar of(List<Long> ages, Phrases phrases) {
    long[] counts = new long[ENDS.length];
    int piece = 0;
    for (int i = 0; i < ages.size(); i++) {
      if (i >= ENDS[piece]) {
        piece++;
      }
      counts[piece] += ages.get(i);
    }
    long total = ages.stream().mapToLong(Long::longValue).sum();
    List<Piece> pieces = new ArrayList<>();
    double from = 0;
    for (int i = 0; i < counts.length; i++) {
      double width = total == 0 ? 0 : (double) counts[i] * WIDTH / total;
      if (width > 0) {
        pieces.add(new Piece(i, from, width));
      }
      from += width;
    }
    return new AgeBar(
        pieces,
        total == 0 ? "" : phrases.text("queues.ages", counts[0], counts[1], counts[2], counts[3]));
  }
}
