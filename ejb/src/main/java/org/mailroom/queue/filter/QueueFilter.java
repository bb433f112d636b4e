package org.mailroom.queue.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.mail.QueueId;
import org.mailroom.queue.QueueEntry;

/**
 * Says of a queued part whether it is meant: when all terms match. {@code docs/filters.md} has the
 * grammar.
 */
public final class QueueFilter {

  /** The filter that every part matches; who wants all has to say so. */
  public static final String ALL = "all";

  private static final int LONGEST = 2000;

  private final String text;
  private final List<Term> terms;

  private QueueFilter(String text, List<Term> terms) {
    this.text = text;
    this.terms = terms;
  }

  /**
   * Reads a filter.
   *
   * @throws FilterException for an empty text, and for everything that is not in the grammar
   */
  public static QueueFilter parse(String text) throws FilterException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new FilterException(0, FilterProblem.EMPTY, ALL);
    }
    if (stripped.length() > LONGEST) {
      throw new FilterException(LONGEST, FilterProblem.TOO_LONG, LONGEST);
    }
    if (stripped.equals(ALL)) {
      return new QueueFilter(ALL, List.of());
    }
    List<Term> terms = new ArrayList<>();
    for (Word word : new WordReader(stripped).read()) {
      terms.add(Fields.term(word));
    }
    return new QueueFilter(stripped, List.copyOf(terms));
  }

  /**
   * Reads a queue id, a queue id / part, or a filter.
   *
   * @throws FilterException when it is none of them
   */
  public static QueueFilter parseIdOrFilter(String text) throws FilterException {
    String stripped = text.strip();
    return isId(stripped) ? parse("id:" + stripped) : parse(stripped);
  }

  /** A value as a term can have it, whatever is in it. */
  public static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isId(String text) {
    try {
      int slash = text.indexOf('/');
      QueueId.of(slash < 0 ? text : text.substring(0, slash));
      return slash < 0 || text.substring(slash + 1).matches("[\\d.]+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** True when the part is meant. */
  public boolean matches(QueueEntry part, Instant now) {
    for (Term term : terms) {
      if (!term.matches(part, now)) {
        return false;
      }
    }
    return true;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
