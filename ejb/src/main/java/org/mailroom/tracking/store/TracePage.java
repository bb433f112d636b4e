package org.mailroom.tracking.store;

import java.util.List;

/**
 * Some of the traces that a query finds.
 *
 * @param rows those accepted last first; perhaps fewer than were asked for
 * @param next where the next page begins; empty when there is none
 */
public record TracePage(List<TraceRow> rows, String next) {

  /** Keeps its own list. */
  public TracePage {
    rows = List.copyOf(rows);
  }
}
