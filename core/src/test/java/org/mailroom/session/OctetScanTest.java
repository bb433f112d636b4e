package org.mailroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The search in bulk finds what a search octet by octet finds. */
class OctetScanTest {

  private static final int ROUNDS = 20_000;

  private final Random random = new Random(7);
  private final byte[] octets = new byte[64];
  private int from;
  private int to;

  @Test
  void findsTheSameLineEndsAndNuls() {
    for (int round = 0; round < ROUNDS; round++) {
      fill(true);
      assertThat(OctetScan.lineEndOrNul(octets, from, to))
          .isEqualTo(first(octet -> octet == '\r' || octet == '\n' || octet == 0));
    }
  }

  @Test
  void findsTheSameLineFeeds() {
    for (int round = 0; round < ROUNDS; round++) {
      fill(true);
      assertThat(OctetScan.lineFeed(octets, from, to)).isEqualTo(first(octet -> octet == '\n'));
    }
  }

  @Test
  void findsALineFeedAmongItsNeighbours() {
    for (int round = 0; round < ROUNDS; round++) {
      fill(true);
      for (int i = 0; i < octets.length; i++) {
        octets[i] = (byte) ('\n' - 1 + random.nextInt(3));
      }
      assertThat(OctetScan.lineFeed(octets, from, to)).isEqualTo(first(octet -> octet == '\n'));
    }
  }

  @Test
  void findsTheSameEightBitOctets() {
    for (int round = 0; round < ROUNDS; round++) {
      fill(round % 2 == 0);
      assertThat(OctetScan.hasEightBit(octets, from, to)).isEqualTo(first(octet -> octet < 0) < to);
    }
  }

  /** Few controls, and at most few octets above 127 unless there are many. */
  private void fill(boolean manyEightBit) {
    random.nextBytes(octets);
    for (int i = 0; i < octets.length; i++) {
      if (!manyEightBit && random.nextInt(64) != 0) {
        octets[i] &= 0x7F;
      }
      if (random.nextInt(64) != 0 && octets[i] >= 0 && octets[i] < 32) {
        octets[i] |= 0x40;
      }
    }
    from = random.nextInt(octets.length);
    to = from + random.nextInt(octets.length - from + 1);
  }

  private int first(IntPredicate wanted) {
    for (int i = from; i < to; i++) {
      if (wanted.test(octets[i])) {
        return i;
      }
    }
    return to;
  }
}
