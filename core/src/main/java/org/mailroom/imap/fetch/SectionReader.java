package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.NumberSet;

/** Reads sections, behind their opening bracket. */
final class SectionReader {

  private static final int LONGEST_NUMBER = 10;

  private SectionReader() {}

  /** Reads a section to its end. */
  static Section read(Arguments arguments) throws IOException, ImapSyntaxException {
    String spec = dotted(arguments);
    List<Long> path = path(spec);
    SectionText text = text(spec, path);
    List<String> fields = List.of();
    if (text.hasFields()) {
      arguments.space();
      fields = arguments.list(Arguments::astring);
      if (fields.isEmpty()) {
        throw new ImapSyntaxException("A list of header fields is empty");
      }
    }
    arguments.expect(']');
    return new Section(path, text, fields);
  }

  /**
   * Reads the section of a BINARY item to its end.
   *
   * <pre>
   * section-binary = "[" [section-part] "]"
   * </pre>
   */
  static Section readBinary(Arguments arguments) throws IOException, ImapSyntaxException {
    Section section = read(arguments);
    if (section.text() != SectionText.ALL) {
      throw new ImapSyntaxException("Only parts can be had in binary");
    }
    return section;
  }

  /** Reads letters, digits and dots, as many as come; in capitals. */
  static String dotted(Arguments arguments) {
    StringBuilder text = new StringBuilder();
    char c = arguments.peek();
    while (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '.') {
      text.append(c);
      arguments.take(c);
      c = arguments.peek();
    }
    return text.toString().toUpperCase(Locale.ROOT);
  }

  private static List<Long> path(String spec) throws ImapSyntaxException {
    List<Long> path = new ArrayList<>();
    for (String word : spec.split("\\.", -1)) {
      if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
        break;
      }
      path.add(number(word));
    }
    return path;
  }

  private static long number(String word) throws ImapSyntaxException {
    boolean isNumber = word.length() <= LONGEST_NUMBER && word.matches("[1-9]\\d*+");
    long number = isNumber ? Long.parseLong(word) : 0;
    if (number < 1 || number > NumberSet.HIGHEST) {
      throw new ImapSyntaxException("A part number is 1 to 4294967295");
    }
    return number;
  }

  private static SectionText text(String spec, List<Long> path) throws ImapSyntaxException {
    String[] words = spec.split("\\.", path.size() + 1);
    if (!path.isEmpty() && words.length == path.size()) {
      return SectionText.ALL;
    }
    SectionText text =
        SectionText.named(words[path.size()])
            .orElseThrow(() -> new ImapSyntaxException("There is no such section"));
    boolean isMisplaced = path.isEmpty() ? text == SectionText.MIME : text == SectionText.ALL;
    if (isMisplaced) {
      throw new ImapSyntaxException("A section is not complete");
    }
    return text;
  }
}
