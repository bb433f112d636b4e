package org.mailroom.console.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;

/**
 * Which mails the page is about.
 *
 * @param filter empty for all
 * @param state empty for all
 * @param mistake why the filter is none, or empty
 */
record QueueChoice(
    Optional<QueueFilter> filter, Optional<QueueState> state, Optional<FilterException> mistake) {

  /** Reads what the address says; what is no state means all of them. */
  static QueueChoice read(String filter, String state) {
    Optional<QueueState> chosen = QueueState.of(state);
    try {
      return new QueueChoice(
          filter.isBlank() ? Optional.empty() : Optional.of(QueueFilter.parseIdOrFilter(filter)),
          chosen,
          Optional.empty());
    } catch (FilterException e) {
      return new QueueChoice(Optional.empty(), chosen, Optional.of(e));
    }
  }

  /** The mails that the filter wants, in whatever state; none when there is a mistake in it. */
  Predicate<QueueEntry> filtered(Instant now) {
    if (mistake.isPresent()) {
      return part -> false;
    }
    return filter
        .<Predicate<QueueEntry>>map(it -> part -> it.matches(part, now))
        .orElse(part -> true);
  }

  /** Those of them that are in the state. */
  Predicate<QueueEntry> wanted(Instant now) {
    Predicate<QueueEntry> filtered = filtered(now);
    return state.map(one -> filtered.and(part -> part.state() == one)).orElse(filtered);
  }

  /** The same as one filter, for an operation on all of them; a mistake is none, and never all. */
  String everything() {
    if (mistake.isPresent()) {
      return "";
    }
    String text = filter.map(QueueFilter::toString).orElse(QueueFilter.ALL);
    if (state.isEmpty()) {
      return text;
    }
    String inState = "state:" + state.get().key();
    return text.equals(QueueFilter.ALL) ? inState : text + " " + inState;
  }
}
