package org.mailroom.imap.session;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.search.SearchProgram;

/** Reads what a client looks for, to the end of the command. */
final class Criteria {

  private Criteria() {}

  /**
   * Reads it behind its charset; empty when that is not known here.
   *
   * <pre>
   * search-criteria = charset 1*(SP search-key) ; RFC 5256, 5
   * </pre>
   */
  static Optional<SearchProgram> read(Arguments arguments) throws IOException, ImapSyntaxException {
    Optional<Charset> charset = charset(arguments.astring());
    arguments.space();
    SearchProgram program = read(arguments, charset.orElse(StandardCharsets.ISO_8859_1));
    return charset.map(known -> program);
  }

  /** Reads it in UTF-8. */
  static Optional<SearchProgram> inUtf8(Arguments arguments)
      throws IOException, ImapSyntaxException {
    return Optional.of(read(arguments, StandardCharsets.UTF_8));
  }

  private static SearchProgram read(Arguments arguments, Charset charset)
      throws IOException, ImapSyntaxException {
    SearchProgram program = SearchProgram.read(arguments, charset);
    arguments.end();
    return program;
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
