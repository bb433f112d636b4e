package org.mailroom.pop3;

import java.util.Locale;
import java.util.Map;

/**
 * The commands of the server (RFC 1939; RFC 2449, 5; RFC 2595, 4; RFC 5034; RFC 6856), each with
 * what reads its argument.
 */
final class CommandTable {

  private interface Parser {
    Command parse(String argument) throws Pop3SyntaxException;
  }

  private static final Map<String, Parser> COMMANDS =
      Map.ofEntries(
          Map.entry("CAPA", CapaCommand::parse),
          Map.entry("STLS", StlsCommand::parse),
          Map.entry("AUTH", AuthCommand::parse),
          Map.entry("USER", UserCommand::parse),
          Map.entry("PASS", PassCommand::parse),
          Map.entry("UTF8", Utf8Command::parse),
          Map.entry("STAT", StatCommand::parse),
          Map.entry("LIST", ListCommand::parse),
          Map.entry("UIDL", UidlCommand::parse),
          Map.entry("RETR", RetrCommand::parse),
          Map.entry("TOP", TopCommand::parse),
          Map.entry("DELE", DeleCommand::parse),
          Map.entry("RSET", RsetCommand::parse),
          Map.entry("NOOP", NoopCommand::parse),
          Map.entry("QUIT", QuitCommand::parse));

  private CommandTable() {}

  /**
   * The command of a line without its CRLF.
   *
   * <pre>
   * command = keyword [ SP argument ] CRLF
   * </pre>
   *
   * <p>What follows the first space is the argument as it stands: a password may have spaces.
   *
   * @throws Pop3SyntaxException when there is none such, or its argument breaks its grammar
   */
  static Command parse(String line) throws Pop3SyntaxException {
    int space = line.indexOf(' ');
    String keyword = space < 0 ? line : line.substring(0, space);
    Parser parser = COMMANDS.get(keyword.toUpperCase(Locale.ROOT));
    if (parser == null) {
      throw new Pop3SyntaxException(Answers.UNKNOWN_COMMAND);
    }
    return parser.parse(space < 0 ? "" : line.substring(space + 1));
  }

  /**
   * Refuses an argument where the grammar has none.
   *
   * @throws Pop3SyntaxException when there is one
   */
  static void requireNoArgument(String argument) throws Pop3SyntaxException {
    if (!argument.isBlank()) {
      throw new Pop3SyntaxException(Answers.NO_ARGUMENT);
    }
  }

  /**
   * Reads a number.
   *
   * <pre>
   * number = 1*DIGIT
   * </pre>
   *
   * @throws Pop3SyntaxException when it is none, or above 2^31 - 1
   */
  static int number(String text) throws Pop3SyntaxException {
    String digits = text.strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Pop3SyntaxException(Answers.BAD_ARGUMENT);
    }
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new Pop3SyntaxException(Answers.BAD_ARGUMENT);
    }
  }
}
