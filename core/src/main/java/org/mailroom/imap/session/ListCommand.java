package org.mailroom.imap.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * LIST tells which mailboxes there are (RFC 9051, 6.3.9; RFC 5258; RFC 5819; RFC 6154).
 *
 * <pre>
 * list = "LIST" [SP "(" [list-select-opt *(SP list-select-opt)] ")"] SP mailbox SP mbox-or-pat
 *        [SP "RETURN" SP "(" [return-option *(SP return-option)] ")"]
 * mbox-or-pat     = list-mailbox / "(" list-mailbox *(SP list-mailbox) ")"
 * list-select-opt = "SUBSCRIBED" / "REMOTE" / "RECURSIVEMATCH" / "SPECIAL-USE"
 * return-option   = "SUBSCRIBED" / "CHILDREN" / "SPECIAL-USE" / "STATUS" SP "(" ... ")"
 * </pre>
 */
record ListCommand(
    ListKind kind,
    Set<Option> selection,
    String reference,
    List<String> patterns,
    Set<Option> returned,
    Optional<StatusItems> status)
    implements Command {

  /** What LIST selects by, and what it returns. */
  enum Option {
    SUBSCRIBED("SUBSCRIBED"),
    REMOTE("REMOTE"),
    RECURSIVEMATCH("RECURSIVEMATCH"),
    SPECIAL_USE("SPECIAL-USE"),
    CHILDREN("CHILDREN");

    private final String text;

    Option(String text) {
      this.text = text;
    }

    static Option read(Arguments arguments) throws ImapSyntaxException {
      for (Option option : values()) {
        if (arguments.takeWord(option.text)) {
          return option;
        }
      }
      throw new ImapSyntaxException("LIST doesn't know this option");
    }
  }

  static ListCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    Set<Option> selection = EnumSet.noneOf(Option.class);
    if (arguments.peek() == '(') {
      selection.addAll(arguments.list(Option::read));
      arguments.space();
    }
    boolean alone = selection.contains(Option.RECURSIVEMATCH);
    if (alone && !selection.contains(Option.SUBSCRIBED)) {
      throw new ImapSyntaxException("RECURSIVEMATCH goes with SUBSCRIBED");
    }
    String reference = arguments.astring();
    arguments.space();
    List<String> patterns =
        arguments.peek() == '('
            ? arguments.list(Arguments::listMailbox)
            : List.of(arguments.listMailbox());
    Set<Option> returned = EnumSet.noneOf(Option.class);
    List<StatusItems> status = new ArrayList<>();
    if (arguments.take(' ')) {
      if (!arguments.takeWord("RETURN")) {
        throw new ImapSyntaxException("LIST knows RETURN only");
      }
      arguments.space();
      arguments.list(each -> readReturned(each, returned, status));
    }
    arguments.end();
    return new ListCommand(
        ListKind.LIST, selection, reference, patterns, returned, status.stream().findAny());
  }

  /**
   * Reads the command that has Gmail's words.
   *
   * <pre>
   * xlist = "XLIST" SP mailbox SP list-mailbox
   * </pre>
   */
  static ListCommand parseXlist(Arguments arguments) throws IOException, ImapSyntaxException {
    LsubCommand plain = LsubCommand.parse(arguments);
    return new ListCommand(
        ListKind.XLIST,
        Set.of(),
        plain.reference(),
        List.of(plain.pattern()),
        Set.of(),
        Optional.empty());
  }

  private static boolean readReturned(
      Arguments arguments, Set<Option> returned, List<StatusItems> status)
      throws IOException, ImapSyntaxException {
    if (arguments.takeWord("STATUS")) {
      arguments.space();
      return status.add(StatusItems.read(arguments));
    }
    return returned.add(Option.read(arguments));
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    if (patterns.equals(List.of(""))) {
      session.untagged(kind + " (\\Noselect) \"/\" \"\"");
    } else {
      new MailboxListing(this, session).tell();
    }
    return Completion.DONE;
  }
}
