package org.mailroom.console;

import java.util.List;

/**
 * Which page of how many lines.
 *
 * @param page counted from 1
 * @param size lines of a full page
 * @param total lines that there are
 */
public record Pager(int page, int size, long total) {

  /** The page that {@code text} names; the first when it names none. */
  public static int parse(String text) {
    try {
      return Math.max(1, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** Of so many lines the page that {@code text} names; the nearest when there is none of it. */
  public static Pager of(String text, int size, int total) {
    int last = Math.max(1, Math.ceilDiv(total, size));
    try {
      return new Pager(Math.clamp(Long.parseLong(text), 1, last), size, total);
    } catch (NumberFormatException e) {
      return new Pager(1, size, total);
    }
  }

  /** Those of all lines that are on the page. */
  public <T> List<T> cut(List<T> all) {
    return all.subList(Math.min(all.size(), (page - 1) * size), Math.min(all.size(), page * size));
  }

  /** The number of the first line shown. */
  public long first() {
    return total == 0 ? 0 : (long) (page - 1) * size + 1;
  }

  /** The number of the last line shown. */
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
