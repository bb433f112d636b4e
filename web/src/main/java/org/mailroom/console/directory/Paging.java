package org.mailroom.console.directory;

import java.util.List;

/**
 * Which page of how many entries.
 *
 * @param page counted from 1
 * @param size entries of a full page
 * @param total entries that there are
 */
public record Paging(int page, int size, int total) {

  /** Of so many entries the page that {@code text} names; the nearest when there is none of it. */
  static Paging of(String text, int size, int total) {
    int last = Math.max(1, Math.ceilDiv(total, size));
    try {
      return new Paging(Math.clamp(Long.parseLong(text), 1, last), size, total);
    } catch (NumberFormatException e) {
      return new Paging(1, size, total);
    }
  }

  <T> List<T> cut(List<T> all) {
    return all.subList(Math.min(all.size(), (page - 1) * size), Math.min(all.size(), page * size));
  }

  /** The number of the first entry shown. */
  public int first() {
    return total == 0 ? 0 : (page - 1) * size + 1;
  }

  /** The number of the last entry shown. */
  public int last() {
    return Math.min(total, page * size);
  }

  /** True when there is a page before. */
  public boolean before() {
    return page > 1;
  }

  /** True when there is a page after. */
  public boolean after() {
    return page * size < total;
  }
}
