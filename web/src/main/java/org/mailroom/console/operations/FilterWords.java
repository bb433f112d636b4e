package org.mailroom.console.operations;

import java.util.stream.Stream;
import org.mailroom.console.Phrases;
import org.mailroom.operation.OperationException;
import org.mailroom.queue.filter.FilterException;

/** What is wrong with a filter, in the words of the reader's language. */
public final class FilterWords {

  private FilterWords() {}

  /** The sentence; with where, and what is allowed there. */
  public static String of(FilterException mistake, Phrases phrases) {
    Object[] values = Stream.concat(Stream.of(mistake.place()), mistake.about().stream()).toArray();
    return phrases.text("filter.problem." + mistake.problem().key(), values);
  }

  /** The same of a mistake in a filter, or of an operation that is refused. */
  public static String ofAny(Exception mistake, Phrases phrases) {
    return switch (mistake) {
      case FilterException filter -> of(filter, phrases);
      case OperationException operation -> phrases.text(operation.refusal());
      default -> mistake.getMessage();
    };
  }
}
