package org.mailroom.console.queues;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.queue.view.QueuedFor;

/**
 * What is queued for a destination, under all the names that its mail has in the queue.
 *
 * @param names at least one
 * @param mails in all states
 * @param size octets of all contents
 * @param oldest when the mail that is longest in the queue was accepted
 * @param ages mails by age, as {@link QueuedFor} has them
 * @param local true when all of it is for mailboxes of this hub
 */
record Waiting(
    TreeSet<String> names,
    long mails,
    long size,
    Optional<Instant> oldest,
    List<Long> ages,
    boolean local) {

  static Waiting of(Collection<String> names, Collection<QueuedFor> all) {
    long mails = 0;
    long size = 0;
    long local = 0;
    Optional<Instant> oldest = Optional.empty();
    List<Long> ages = new ArrayList<>();
    for (QueuedFor each : all) {
      mails += each.total();
      size += each.size();
      local += each.count(QueueState.DELIVERY);
      if (oldest.isEmpty() || each.oldest().isBefore(oldest.get())) {
        oldest = Optional.of(each.oldest());
      }
      for (int i = 0; i < each.ages().size(); i++) {
        if (i == ages.size()) {
          ages.add(0L);
        }
        ages.set(i, ages.get(i) + each.ages().get(i));
      }
    }
    return new Waiting(
        new TreeSet<>(names), mails, size, oldest, List.copyOf(ages), mails > 0 && local == mails);
  }

  /** The filter that means this mail. */
  String filter() {
    return "nexthop:" + QueueFilter.quoted(String.join("|", names));
  }
}
