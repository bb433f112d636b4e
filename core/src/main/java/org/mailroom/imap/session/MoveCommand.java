package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;

/**
 * MOVE moves messages to another mailbox, all of them or none (RFC 9051, 6.4.8).
 *
 * <pre>
 * move = ["UID" SP] "MOVE" SP sequence-set SP mailbox
 * </pre>
 */
record MoveCommand(boolean byUid, SequenceSet set, String target) implements Command {

  static MoveCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.space();
    String target = arguments.astring();
    arguments.end();
    return new MoveCommand(byUid, set, target);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    Selection selection = session.selection();
    if (selection.isReadOnly()) {
      return Completion.no("READ-ONLY", "The mailbox was selected to be read only");
    }
    try {
      Copied moved =
          selection.mailbox().move(selection.named(set, byUid), Names.read(target, session));
      if (moved.from().isEmpty()) {
        return Completion.ok("There was nothing to move");
      }
      session.untagged("OK [" + CopyUid.of(moved) + "] Moved");
    } catch (MailboxException e) {
      return Completion.ofTarget(e);
    }
    session.tellNews(true);
    return ExpungeCommand.done(session);
  }
}
