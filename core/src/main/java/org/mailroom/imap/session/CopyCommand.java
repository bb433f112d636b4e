package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * COPY copies messages to another mailbox, all of them or none (RFC 9051, 6.4.7).
 *
 * <pre>
 * copy = ["UID" SP] "COPY" SP sequence-set SP mailbox
 * </pre>
 */
record CopyCommand(Transfer asked) implements Command {

  static CopyCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    return new CopyCommand(Transfer.read(arguments, byUid));
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    Selection selection = session.selection();
    try {
      Copied copied =
          selection
              .mailbox()
              .copy(
                  selection.named(asked.set(), asked.byUid()), Names.read(asked.target(), session));
      return copied.from().isEmpty()
          ? Completion.ok("There was nothing to copy")
          : Completion.ok(CopyUid.of(copied), "Copied");
    } catch (MailboxException e) {
      return Completion.ofTarget(e);
    }
  }
}
