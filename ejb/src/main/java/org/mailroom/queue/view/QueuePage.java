package org.mailroom.queue.view;

import java.util.List;

/**
 * Some mails of one state, or of all.
 *
 * @param page counted from 1
 * @param size rows of a full page
 * @param total mails that there are
 * @param listed false when so many wait that they are counted and not listed
 * @param rows the mails of this page: waiting ones by their next attempt, others in the order of
 *     the queue
 */
public record QueuePage(int page, int size, long total, boolean listed, List<QueueRow> rows) {

  /** Keeps its own list. */
  public QueuePage {
    rows = List.copyOf(rows);
  }
}
