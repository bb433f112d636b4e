package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * MOVE moves messages to another mailbox, all of them or none (RFC 9051, 6.4.8).
 *
 * <pre>
 * move = ["UID" SP] "MOVE" SP sequence-set SP mailbox
 * </pre>
 */
record MoveCommand(Transfer asked) implements Command {

  static MoveCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    return new MoveCommand(Transfer.read(arguments, byUid));
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
          selection
              .mailbox()
              .move(
                  selection.named(asked.set(), asked.byUid()), Names.read(asked.target(), session));
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
