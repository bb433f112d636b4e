package org.mailroom.imap.search;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.NumberSet;

/**
 * What a client wants to be told of what was found (RFC 9051, 6.4.4; RFC 4731; RFC 5182).
 *
 * @param wanted one at least
 */
public record ReturnOptions(Set<Option> wanted) {

  /** One of them. */
  public enum Option {
    /** The lowest number. */
    MIN,
    /** The highest number. */
    MAX,
    /** How many. */
    COUNT,
    /** All numbers. */
    ALL,
    /** Nothing, but {@code $} is what was found. */
    SAVE
  }

  /** Takes a copy. */
  public ReturnOptions {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("None means ALL");
    }
    wanted = Set.copyOf(wanted);
  }

  /**
   * Reads them, and the space behind them, if they come.
   *
   * <pre>
   * search-return-opts = SP "RETURN" SP "(" [search-return-opt *(SP search-return-opt)] ")"
   * </pre>
   */
  public static Optional<ReturnOptions> read(Arguments arguments)
      throws IOException, ImapSyntaxException {
    if (!arguments.takeWord("RETURN")) {
      return Optional.empty();
    }
    arguments.space();
    List<Option> options = arguments.list(ReturnOptions::option);
    arguments.space();
    return Optional.of(
        new ReturnOptions(options.isEmpty() ? EnumSet.of(Option.ALL) : EnumSet.copyOf(options)));
  }

  private static Option option(Arguments arguments) throws ImapSyntaxException {
    try {
      return Option.valueOf(arguments.atom().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ImapSyntaxException("A search returns MIN, MAX, COUNT, ALL or SAVE");
    }
  }

  /** True when the client wants this. */
  public boolean has(Option option) {
    return wanted.contains(option);
  }

  /** True when nothing is to be told: the client only wants it kept (RFC 5182, 2.1). */
  public boolean isSilent() {
    return wanted.equals(Set.of(Option.SAVE));
  }

  /**
   * What {@code $} is after a search with SAVE: all that was found, but the first and the last only
   * when a client asks for nothing else (RFC 5182, 2.4).
   */
  public NumberSet saved(NumberList found) {
    boolean ends = has(Option.MIN) || has(Option.MAX);
    if (!ends || has(Option.ALL) || has(Option.COUNT) || found.isEmpty()) {
      return found.set();
    }
    NumberSet first = has(Option.MIN) ? NumberSet.of(found.first()) : NumberSet.NONE;
    return has(Option.MAX) ? first.with(NumberSet.of(found.last())) : first;
  }
}
