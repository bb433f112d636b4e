package org.mailroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;

class MailboxIndexTest {

  private static final MessageFlags SEEN = new MessageFlags(SystemFlag.SEEN.bit(), Set.of("$Work"));

  @Test
  void isWhatManyChangesHaveMadeOfIt() {
    Random random = new Random(1);
    MailboxIndex index = MailboxIndex.begin(3, 7);
    SortedMap<Long, MessageSummary> expected = new TreeMap<>();
    long uidNext = 1;
    for (int modseq = 1; modseq <= 300; modseq++) {
      List<MessageSummary> changed = new ArrayList<>();
      NumberSet.Builder gone = new NumberSet.Builder();
      List<Long> there = new ArrayList<>(expected.keySet());
      for (int i = random.nextInt(30); i > 0 && !there.isEmpty(); i--) {
        long uid = there.remove(random.nextInt(there.size()));
        if (random.nextInt(3) == 0) {
          gone.add(uid);
          expected.remove(uid);
        } else {
          changed.add(message(uid, modseq, SEEN));
        }
      }
      for (int i = random.nextInt(random.nextInt(20) == 0 ? 2000 : 20); i > 0; i--) {
        uidNext += random.nextInt(3);
        changed.add(message(uidNext++, modseq, MessageFlags.NONE));
      }
      changed.forEach(message -> expected.put(message.uid(), message));
      index = index.with(changed, gone.build(), uidNext, modseq);
      assertThat(index.highestModseq()).isEqualTo(modseq);
      assertThat(index.count()).isEqualTo(expected.size());
    }
    assertThat(expected).hasSizeGreaterThan(3 * MailboxIndex.PIECE);
    assertThat(shown(index, NumberSet.range(1, uidNext)))
        .containsExactlyElementsOf(expected.values());
    assertThat(index.uids().stream().boxed()).containsExactlyElementsOf(expected.keySet());
    assertThat(index.keywords()).containsExactly("$Work");
    assertThat(index.firstUnseen())
        .hasValue(
            expected.values().stream()
                .filter(message -> message.flags().equals(MessageFlags.NONE))
                .findFirst()
                .orElseThrow()
                .uid());
    assertThat(index.uidNext()).isEqualTo(uidNext);
    assertThat(index.uidValidity()).isEqualTo(7);
  }

  @Test
  void showsThoseThatAreAskedForAndThere() {
    List<MessageSummary> all =
        LongStream.rangeClosed(1, 2000)
            .filter(uid -> uid % 10 != 0)
            .mapToObj(uid -> message(uid, 1, MessageFlags.NONE))
            .toList();
    MailboxIndex index = MailboxIndex.begin(3, 7).with(all, NumberSet.NONE, 2001, 1);
    NumberSet asked =
        new NumberSet.Builder().add(3).add(9, 12).add(600, 601).add(1999, 5000).build();
    assertThat(shown(index, asked))
        .extracting(MessageSummary::uid)
        .containsExactly(3L, 9L, 11L, 12L, 601L, 1999L);
    assertThat(shown(index, NumberSet.NONE)).isEmpty();
    assertThat(shown(MailboxIndex.begin(3, 7), asked)).isEmpty();
    List<Long> first = new ArrayList<>();
    index.visit(
        asked,
        message -> {
          first.add(message.uid());
          return first.size() < 2;
        });
    assertThat(first).containsExactly(3L, 9L);
  }

  @Test
  void thoseThatWereNotUsedLongestAreForgotten() {
    MailboxIndexes indexes = new MailboxIndexes(100);
    indexes.keep(1, of(40, 5));
    indexes.keep(2, of(40, 5));
    assertThat(indexes.find(1)).isPresent();
    indexes.keep(3, of(40, 5));
    assertThat(indexes.find(2)).isEmpty();
    indexes.keep(3, of(50, 6));
    assertThat(indexes.find(1)).isPresent();
    indexes.keep(3, of(10, 4));
    assertThat(indexes.find(3).orElseThrow().count()).as("the later one stays").isEqualTo(50);
    indexes.keep(4, of(200, 5));
    assertThat(indexes.find(4)).as("one that is too large").isEmpty();
    assertThat(indexes.find(1)).as("others stay").isPresent();
    indexes.keep(3, of(200, 7));
    assertThat(indexes.find(3)).as("one that has become too large").isEmpty();
    indexes.keep(5, of(60, 5));
    assertThat(indexes.find(1)).as("there is room").isPresent();
  }

  private static MailboxIndex of(int messages, long modseq) {
    List<MessageSummary> all =
        LongStream.rangeClosed(1, messages)
            .mapToObj(uid -> message(uid, 1, MessageFlags.NONE))
            .toList();
    return MailboxIndex.begin(3, 7).with(all, NumberSet.NONE, messages + 1, modseq);
  }

  private static MessageSummary message(long uid, long modseq, MessageFlags flags) {
    return new MessageSummary(uid, modseq, flags, Instant.EPOCH, 0, 100 + uid, uid);
  }

  private static List<MessageSummary> shown(MailboxIndex index, NumberSet uids) {
    List<MessageSummary> shown = new ArrayList<>();
    index.visit(uids, shown::add);
    return shown;
  }
}
