package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bulk search for line ends finds what a search octet by octet finds. */
class OctetScanTest {

  @Test
  void theBulkSearchFindsWhatASimpleOneFinds() {
    Random random = new Random(7);
    byte[] octets = new byte[64];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(octets);
      for (int i = 0; i < octets.length; i++) {
        if (random.nextInt(64) != 0 && octets[i] >= 0 && octets[i] < 32) {
          octets[i] |= 0x40;
        }
      }
      int from = random.nextInt(octets.length);
      int to = from + random.nextInt(octets.length - from + 1);
      assertThat(OctetScan.lineEndOrNul(octets, from, to)).isEqualTo(simple(octets, from, to));
    }
  }

  private static int simple(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      if (octets[i] == '\r' || octets[i] == '\n' || octets[i] == 0) {
        return i;
      }
    }
    return to;
  }
}
