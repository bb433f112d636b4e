package org.mailroom.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AncestryTest {

  @Test
  void aLinkThatClosesALoopIsNotMade() {
    Ancestry ancestry = new Ancestry();
    int one = ancestry.add();
    int two = ancestry.add();
    int three = ancestry.add();
    ancestry.link(one, one);
    assertThat(ancestry.parent(one)).isEqualTo(Ancestry.NONE);
    ancestry.link(two, one);
    ancestry.link(three, two);
    ancestry.link(one, three);
    assertThat(ancestry.parent(one)).isEqualTo(Ancestry.NONE);
    ancestry.cut(two);
    ancestry.link(one, three);
    assertThat(ancestry.parent(one)).isEqualTo(three);
  }

  @Test
  void itIsAsOneWouldFindByGoingUp() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Ancestry ancestry = new Ancestry();
      int[] parents = new int[2 + random.nextInt(60)];
      for (int i = 1; i < parents.length; i++) {
        ancestry.add();
      }
      for (int i = 0; i < 2000; i++) {
        int node = 1 + random.nextInt(parents.length - 1);
        int parent = 1 + random.nextInt(parents.length - 1);
        if (random.nextInt(3) == 0) {
          ancestry.cut(node);
          parents[node] = 0;
        } else if (parents[node] == 0) {
          ancestry.link(node, parent);
          parents[node] = isAtOrBelow(parent, node, parents) ? 0 : parent;
        }
        assertThat(ancestry.parent(node)).as("seed %d, step %d", seed, i).isEqualTo(parents[node]);
      }
    }
  }

  private static boolean isAtOrBelow(int node, int above, int[] parents) {
    int at = node;
    while (at != 0 && at != above) {
      at = parents[at];
    }
    return at == above;
  }
}
