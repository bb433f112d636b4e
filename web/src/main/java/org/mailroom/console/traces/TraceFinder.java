package org.mailroom.console.traces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceQuery;
import org.mailroom.tracking.store.TraceRow;
import org.mailroom.tracking.store.TraceSearch;

/** Finds what a search asks for; an address of either side by two queries that become one list. */
@ApplicationScoped
public class TraceFinder {

  private static final Comparator<TraceRow> LAST_FIRST =
      Comparator.comparing(TraceRow::place).reversed();

  @Inject TraceSearch traces;

  /**
   * A page of it, those accepted last first.
   *
   * @throws IllegalArgumentException for an address or a status that is none
   */
  TracePage page(TraceQuestion question, String after, int size) {
    TraceQuery query = question.query(after, size);
    if (question.either().isEmpty()) {
      return traces.page(query);
    }
    String sender = question.sender();
    String recipient = question.recipient();
    TracePage sent =
        sender.isEmpty()
            ? traces.page(query.of(question.either(), recipient))
            : new TracePage(List.of(), "");
    TracePage got =
        recipient.isEmpty()
            ? traces.page(query.of(sender, question.either()))
            : new TracePage(List.of(), "");
    return merge(sent, got, size);
  }

  /** What one list has looked at no further than its own next page is left to that page. */
  static TracePage merge(TracePage one, TracePage other, int size) {
    String end = one.next().compareTo(other.next()) > 0 ? one.next() : other.next();
    List<TraceRow> all =
        Stream.concat(one.rows().stream(), other.rows().stream())
            .filter(row -> row.place().compareTo(end) >= 0)
            .distinct()
            .sorted(LAST_FIRST)
            .toList();
    return all.size() > size
        ? new TracePage(all.subList(0, size), all.get(size - 1).place())
        : new TracePage(all, end);
  }
}
