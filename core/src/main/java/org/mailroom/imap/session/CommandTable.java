package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/** The commands of the server, each with what reads its arguments. */
final class CommandTable {

  /** In which states of a session a command may come (RFC 9051, 3). */
  enum When {
    ALWAYS("This command can't come now"),
    BEFORE_LOGIN("Logged in already"),
    AFTER_LOGIN("Log in first"),
    SELECTED("Select a mailbox first");

    private final String refusal;

    When(String refusal) {
      this.refusal = refusal;
    }

    /** What a client is told whose command comes at another time. */
    String refusal() {
      return refusal;
    }
  }

  private interface Parser {
    Command parse(Arguments arguments) throws IOException, ImapSyntaxException;
  }

  /** A command there is. */
  record Entry(When when, Parser parser) {

    /** Reads its arguments. */
    Command parse(Arguments arguments) throws IOException, ImapSyntaxException {
      return parser.parse(arguments);
    }
  }

  private static final String UID = "UID";

  private static final Map<String, Entry> COMMANDS =
      Map.ofEntries(
          entry("CAPABILITY", When.ALWAYS, CapabilityCommand::parse),
          entry("NOOP", When.ALWAYS, NoopCommand::parse),
          entry("LOGOUT", When.ALWAYS, LogoutCommand::parse),
          entry("ID", When.ALWAYS, IdCommand::parse),
          entry("STARTTLS", When.BEFORE_LOGIN, StarttlsCommand::parse),
          entry("LOGIN", When.BEFORE_LOGIN, LoginCommand::parse),
          entry("AUTHENTICATE", When.BEFORE_LOGIN, AuthenticateCommand::parse),
          entry("ENABLE", When.AFTER_LOGIN, EnableCommand::parse),
          entry("COMPRESS", When.AFTER_LOGIN, CompressCommand::parse),
          entry("SELECT", When.AFTER_LOGIN, SelectCommand::parseSelect),
          entry("EXAMINE", When.AFTER_LOGIN, SelectCommand::parseExamine),
          entry("CREATE", When.AFTER_LOGIN, CreateCommand::parse),
          entry("DELETE", When.AFTER_LOGIN, DeleteCommand::parse),
          entry("RENAME", When.AFTER_LOGIN, RenameCommand::parse),
          entry("SUBSCRIBE", When.AFTER_LOGIN, SubscribeCommand::parse),
          entry("UNSUBSCRIBE", When.AFTER_LOGIN, UnsubscribeCommand::parse),
          entry("LIST", When.AFTER_LOGIN, ListCommand::parse),
          entry("XLIST", When.AFTER_LOGIN, ListCommand::parseXlist),
          entry("LSUB", When.AFTER_LOGIN, LsubCommand::parse),
          entry("NAMESPACE", When.AFTER_LOGIN, NamespaceCommand::parse),
          entry("STATUS", When.AFTER_LOGIN, StatusCommand::parse),
          entry("APPEND", When.AFTER_LOGIN, AppendCommand::parse),
          entry("IDLE", When.AFTER_LOGIN, IdleCommand::parse),
          entry("GETQUOTA", When.AFTER_LOGIN, GetQuotaCommand::parse),
          entry("GETQUOTAROOT", When.AFTER_LOGIN, GetQuotaRootCommand::parse),
          entry("CHECK", When.SELECTED, NoopCommand::parse),
          entry("CLOSE", When.SELECTED, CloseCommand::parse),
          entry("UNSELECT", When.SELECTED, UnselectCommand::parse),
          entry("EXPUNGE", When.SELECTED, ExpungeCommand::parse),
          entry("UID EXPUNGE", When.SELECTED, ExpungeCommand::parseUid),
          entry("SEARCH", When.SELECTED, line -> SearchCommand.parse(line, false)),
          entry("UID SEARCH", When.SELECTED, line -> SearchCommand.parse(line, true)),
          entry("SORT", When.SELECTED, line -> SortCommand.parse(line, false)),
          entry("UID SORT", When.SELECTED, line -> SortCommand.parse(line, true)),
          entry("THREAD", When.SELECTED, line -> ThreadCommand.parse(line, false)),
          entry("UID THREAD", When.SELECTED, line -> ThreadCommand.parse(line, true)),
          entry("FETCH", When.SELECTED, line -> FetchCommand.parse(line, false)),
          entry("UID FETCH", When.SELECTED, line -> FetchCommand.parse(line, true)),
          entry("STORE", When.SELECTED, line -> StoreCommand.parse(line, false)),
          entry("UID STORE", When.SELECTED, line -> StoreCommand.parse(line, true)),
          entry("COPY", When.SELECTED, line -> CopyCommand.parse(line, false)),
          entry("UID COPY", When.SELECTED, line -> CopyCommand.parse(line, true)),
          entry("MOVE", When.SELECTED, line -> MoveCommand.parse(line, false)),
          entry("UID MOVE", When.SELECTED, line -> MoveCommand.parse(line, true)));

  private CommandTable() {}

  private static Map.Entry<String, Entry> entry(String name, When when, Parser parser) {
    return Map.entry(name, new Entry(when, parser));
  }

  /**
   * Reads the name of a command.
   *
   * @throws ImapSyntaxException when there is none such
   */
  static Entry read(Arguments arguments) throws ImapSyntaxException {
    String name = arguments.atom().toUpperCase(Locale.ROOT);
    if (name.equals(UID) && arguments.take(' ')) {
      name = UID + " " + arguments.atom().toUpperCase(Locale.ROOT);
    }
    Entry entry = COMMANDS.get(name);
    if (entry == null) {
      throw new ImapSyntaxException("Command not recognized");
    }
    return entry;
  }
}
