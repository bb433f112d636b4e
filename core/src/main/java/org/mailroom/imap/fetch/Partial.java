package org.mailroom.imap.fetch;

import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * The piece of a section that a client wants (RFC 9051, 6.4.5).
 *
 * <pre>
 * partial = "&lt;" number64 "." nz-number64 "&gt;"
 * </pre>
 *
 * @param start octets before it
 * @param count octets of it, at most
 */
record Partial(long start, long count) {

  /** All of a section. */
  static final Partial ALL = new Partial(0, Long.MAX_VALUE);

  /** Reads one if it comes; else it is {@link #ALL}. */
  static Partial read(Arguments arguments) throws ImapSyntaxException {
    if (!arguments.take('<')) {
      return ALL;
    }
    long start = arguments.number();
    arguments.expect('.');
    long count = arguments.number();
    arguments.expect('>');
    if (count == 0) {
      throw new ImapSyntaxException("A partial fetch is of an octet at least");
    }
    return new Partial(start, count);
  }

  /** The piece of a section of so many octets; it may be empty. */
  Range of(long size) {
    long from = Math.min(start, size);
    return new Range(from, from + Math.min(count, size - from));
  }

  /** As the response names it. */
  String text() {
    return equals(ALL) ? "" : "<" + start + ">";
  }
}
