package org.mailroom.imap.session;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;

/**
 * Flags as a client writes them (RFC 9051, 9).
 *
 * <pre>
 * flag-list = "(" [flag *(SP flag)] ")"
 * flag      = system-flag / flag-keyword
 * </pre>
 */
final class FlagList {

  /** Only the server may set it, and this one doesn't. */
  private static final String RECENT = "\\Recent";

  private FlagList() {}

  /** Reads a list in parentheses. */
  static MessageFlags read(Arguments arguments) throws IOException, ImapSyntaxException {
    return flags(arguments.list(FlagList::flag));
  }

  /** Reads a list with parentheses or without (RFC 9051, 9: store-att-flags). */
  static MessageFlags readOpen(Arguments arguments) throws IOException, ImapSyntaxException {
    if (arguments.peek() == '(') {
      return read(arguments);
    }
    Set<String> all = new HashSet<>();
    do {
      all.add(flag(arguments));
    } while (arguments.take(' '));
    return flags(all);
  }

  private static String flag(Arguments arguments) throws ImapSyntaxException {
    return (arguments.take('\\') ? "\\" : "") + arguments.word("]");
  }

  private static MessageFlags flags(Iterable<String> texts) throws ImapSyntaxException {
    int system = 0;
    Set<String> keywords = new HashSet<>();
    for (String text : texts) {
      if (!text.startsWith("\\")) {
        keywords.add(text);
      } else if (!text.equalsIgnoreCase(RECENT)) {
        system |=
            SystemFlag.named(text)
                .orElseThrow(() -> new ImapSyntaxException("There is no such system flag"))
                .bit();
      }
    }
    try {
      return new MessageFlags(system, keywords);
    } catch (IllegalArgumentException e) {
      throw new ImapSyntaxException("A keyword is not one");
    }
  }
}
