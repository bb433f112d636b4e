package org.mailroom.queue.view;

import java.util.List;

/**
 * Some mails of one state, or of all.
 *
 * @param page counted from 1
 * @param size rows of a full page
 * @param total mails that there are
 * @param rows the mails of this page
 */
public record QueuePage(int page, int size, long total, List<QueueRow> rows) {

  /** Keeps its own list. */
  public QueuePage {
    rows = List.copyOf(rows);
  }
}
