package org.mailroom.queue.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.mail.Diagnosis;
import org.mailroom.queue.QueueEntry;

/**
 * What was answered last to a number of mails, in the same words.
 *
 * @param diagnosis of one of them
 * @param mails how many
 * @param nextHops to how many next hops
 * @param oldest when the mail that is longest in the queue was accepted
 */
public record QueuedError(Diagnosis diagnosis, long mails, int nextHops, Instant oldest) {

  /** Adds up mails by what was answered. */
  static final class Tally {

    private static final class Sum {

      private final Diagnosis diagnosis;
      private final Set<String> nextHops = new HashSet<>();
      private long mails;
      private long oldest = Long.MAX_VALUE;

      Sum(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
      }

      void add(QueueEntry part) {
        nextHops.add(part.nextHop());
        mails++;
        oldest = Math.min(oldest, part.firstQueued());
      }

      QueuedError total() {
        return new QueuedError(diagnosis, mails, nextHops.size(), Instant.ofEpochMilli(oldest));
      }
    }

    private final Map<String, Sum> sums = new HashMap<>();

    void count(QueueEntry part) {
      part.last()
          .filter(last -> !last.status().isSuccess())
          .ifPresent(last -> sums.computeIfAbsent(last.text(), text -> new Sum(last)).add(part));
    }

    Stream<QueuedError> all() {
      return sums.values().stream().map(Sum::total);
    }
  }
}
