package org.mailroom.queue.filter;

import java.util.List;

/** A filter that is none; the message says where, and what is allowed there. */
public class FilterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int place;
  private final FilterProblem problem;
  private final transient List<Object> about;

  /**
   * At a place.
   *
   * @param at characters before it
   * @param about what the problem's sentence speaks of
   */
  FilterException(int at, FilterProblem problem, Object... about) {
    super("The filter is wrong at character " + (at + 1) + ": " + problem.sentence(about));
    place = at + 1;
    this.problem = problem;
    this.about = List.of(about);
  }

  /** Which character is wrong; the first is 1. */
  public int place() {
    return place;
  }

  /** What is wrong there. */
  public FilterProblem problem() {
    return problem;
  }

  /** What the problem's sentence speaks of, in its order. */
  public List<Object> about() {
    return about;
  }
}
