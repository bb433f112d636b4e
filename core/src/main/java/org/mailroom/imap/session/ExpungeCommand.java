package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;

/**
 * EXPUNGE removes messages that are marked (RFC 9051, 6.4.3), UID EXPUNGE among some only (6.4.9).
 *
 * <pre>
 * expunge = "EXPUNGE" / "UID" SP "EXPUNGE" SP sequence-set
 * </pre>
 */
record ExpungeCommand(Optional<SequenceSet> set) implements Command {

  static ExpungeCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new ExpungeCommand(Optional.empty());
  }

  static ExpungeCommand parseUid(Arguments arguments) throws ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.end();
    return new ExpungeCommand(Optional.of(set));
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    Selection selection = session.selection();
    if (selection.isReadOnly()) {
      return Completion.no("READ-ONLY", "The mailbox was selected to be read only");
    }
    NumberSet among =
        set.isPresent() ? selection.named(set.get(), true) : selection.numbering().all();
    selection.mailbox().expunge(among);
    session.tellNews(true);
    return done(session);
  }

  /** Tells up to where the client knows now (RFC 7162, 3.2.7). */
  static Completion done(ImapSession session) {
    boolean tells = session.hasSelection() && session.enabled().contains(Extension.CONDSTORE);
    return tells
        ? Completion.ok("HIGHESTMODSEQ " + session.selection().modseq(), "Done")
        : Completion.DONE;
  }
}
