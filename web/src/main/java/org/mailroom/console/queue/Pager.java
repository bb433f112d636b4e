package org.mailroom.console.queue;

/**
 * Which page of how many mails.
 *
 * @param page counted from 1
 * @param size mails of a full page
 * @param total mails that there are
 */
public record Pager(int page, int size, long total) {

  /** The page that {@code text} names; the first when it names none. */
  static int parse(String text) {
    try {
      return Math.max(1, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The number of the first mail shown. */
  public long first() {
    return total == 0 ? 0 : (long) (page - 1) * size + 1;
  }

  /** The number of the last mail shown. */
  public long last() {
    return Math.min(total, (long) page * size);
  }

  /** True when there is a page before. */
  public boolean before() {
    return page > 1;
  }

  /** True when there is a page after. */
  public boolean after() {
    return (long) page * size < total;
  }
}
