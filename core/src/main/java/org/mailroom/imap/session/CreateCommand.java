package org.mailroom.imap.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.SpecialUse;

/**
 * CREATE makes a mailbox (RFC 9051, 6.3.4; RFC 6154, 3). A separator at its end tells only that
 * others will be below it.
 *
 * <pre>
 * create = "CREATE" SP mailbox [SP "(" "USE" SP "(" [use-attr *(SP use-attr)] ")" ")"]
 * </pre>
 */
record CreateCommand(String mailbox, List<String> uses) implements Command {

  static CreateCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    List<String> uses = List.of();
    if (arguments.take(' ')) {
      arguments.expect('(');
      if (!arguments.takeWord("USE")) {
        throw new ImapSyntaxException("CREATE knows USE only");
      }
      arguments.space();
      uses = arguments.list(each -> each.word("\\"));
      arguments.expect(')');
    }
    arguments.end();
    return new CreateCommand(mailbox, uses);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    if (uses.size() > 1 || uses.stream().anyMatch(use -> SpecialUse.of(use).isEmpty())) {
      return Completion.no("USEATTR", "A mailbox can't be used so here");
    }
    Optional<SpecialUse> use = uses.stream().findAny().flatMap(SpecialUse::of);
    boolean hasBelow = mailbox.length() > 1 && mailbox.endsWith("/");
    String name = hasBelow ? mailbox.substring(0, mailbox.length() - 1) : mailbox;
    session.mailboxes().create(Names.read(name, session), use);
    return Completion.DONE;
  }
}
