package org.mailroom.smtp.server;

import java.util.Map;
import java.util.Set;
import org.mailroom.smtp.CommandLine;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * The commands of the server (RFC 5321, 4.1.1; RFC 3030; RFC 3207; RFC 4954), each with what reads
 * its argument. What is not here is answered 500; an extension is a row here and a line in {@link
 * HelloCommand}.
 */
final class CommandTable {

  private interface Parser {
    Command parse(String argument) throws SmtpSyntaxException;
  }

  private static final Map<String, Parser> COMMANDS =
      Map.ofEntries(
          Map.entry("EHLO", argument -> HelloCommand.parse(argument, true)),
          Map.entry("HELO", argument -> HelloCommand.parse(argument, false)),
          Map.entry("MAIL", MailCommand::parse),
          Map.entry("RCPT", RcptCommand::parse),
          Map.entry("DATA", DataCommand::parse),
          Map.entry("BDAT", BdatCommand::parse),
          Map.entry("STARTTLS", StartTlsCommand::parse),
          Map.entry("AUTH", AuthCommand::parse),
          Map.entry("RSET", RsetCommand::parse),
          Map.entry("NOOP", argument -> new NoopCommand()),
          Map.entry("QUIT", QuitCommand::parse),
          Map.entry("VRFY", VrfyCommand::parse),
          Map.entry("HELP", argument -> new HelpCommand()),
          Map.entry("EXPN", argument -> new ExpnCommand()));

  /** What browsers and proxies send: a page must not make them talk to a mail server. */
  private static final Set<String> OTHER_PROTOCOLS =
      Set.of("GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "CONNECT", "PATCH", "TRACE", "PRI");

  private CommandTable() {}

  /** True for a verb of HTTP. */
  static boolean isOfAnotherProtocol(String verb) {
    return OTHER_PROTOCOLS.contains(verb);
  }

  /**
   * The command of a line.
   *
   * @throws SmtpSyntaxException when there is none such, or its argument breaks its grammar
   */
  static Command parse(CommandLine line) throws SmtpSyntaxException {
    Parser parser = COMMANDS.get(line.verb());
    if (parser == null) {
      throw new SmtpSyntaxException(Replies.UNKNOWN_COMMAND);
    }
    return parser.parse(line.argument());
  }

  /**
   * Refuses an argument where the grammar has none.
   *
   * @throws SmtpSyntaxException with 501
   */
  static void requireNoArgument(String argument) throws SmtpSyntaxException {
    if (!argument.isEmpty()) {
      throw new SmtpSyntaxException(Replies.NO_ARGUMENT);
    }
  }
}
