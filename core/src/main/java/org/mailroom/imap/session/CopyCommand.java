package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;

/**
 * COPY copies messages to another mailbox, all of them or none (RFC 9051, 6.4.7).
 *
 * <pre>
 * copy = ["UID" SP] "COPY" SP sequence-set SP mailbox
 * </pre>
 */
record CopyCommand(boolean byUid, SequenceSet set, String target) implements Command {

  static CopyCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.space();
    String target = arguments.astring();
    arguments.end();
    return new CopyCommand(byUid, set, target);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    Selection selection = session.selection();
    try {
      Copied copied =
          selection.mailbox().copy(selection.named(set, byUid), Names.read(target, session));
      return copied.from().isEmpty()
          ? Completion.ok("There was nothing to copy")
          : Completion.ok(CopyUid.of(copied), "Copied");
    } catch (MailboxException e) {
      return Completion.ofTarget(e);
    }
  }
}
