package org.mailroom.operation;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Counts what became of the parts of a job. */
final class Tally {

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger inAttempt = new AtomicInteger();
  private final Map<String, AtomicInteger> skipped = new ConcurrentSkipListMap<>();

  void done() {
    done.incrementAndGet();
  }

  void done(int count) {
    done.addAndGet(count);
  }

  void skipped(SkipReason reason) {
    skipped(reason.words());
  }

  void skipped(SkipReason reason, int count) {
    if (count > 0) {
      skipped.computeIfAbsent(reason.words(), r -> new AtomicInteger()).addAndGet(count);
    }
  }

  void skipped(String reason) {
    skipped.computeIfAbsent(reason, r -> new AtomicInteger()).incrementAndGet();
  }

  /** It will be changed when its delivery attempt ends, if it is still queued then. */
  void inAttempt() {
    inAttempt.incrementAndGet();
  }

  int doneCount() {
    return done.get();
  }

  int inAttemptCount() {
    return inAttempt.get();
  }

  Map<String, Integer> skippedCounts() {
    return skipped.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get()));
  }

  int settled() {
    return done.get()
        + inAttempt.get()
        + skipped.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** Such as {@code 4,790 held, 22 skipped: already delivered}. */
  String inWords(String doneWord) {
    StringBuilder words = new StringBuilder();
    words.append(String.format(Locale.ROOT, "%,d %s", done.get(), doneWord));
    skipped.forEach(
        (reason, count) ->
            words.append(String.format(Locale.ROOT, ", %,d skipped: %s", count.get(), reason)));
    if (inAttempt.get() > 0) {
      words.append(
          String.format(
              Locale.ROOT,
              ", %,d in a delivery attempt: changed with its outcome",
              inAttempt.get()));
    }
    return words.toString();
  }
}
