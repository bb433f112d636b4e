package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.Changes;
import org.mailroom.imap.SelectedMailbox.State;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;

/**
 * What a client knows of a mailbox from another time (RFC 7162, 3.2.5). Deleted UIDs are remembered
 * for ever, so the pairs of numbers and UIDs that help servers without such a memory are read, and
 * not needed.
 *
 * <pre>
 * "(" uidvalidity SP mod-sequence [SP known-uids] [SP "(" seq-set SP uid-set ")"] ")"
 * </pre>
 *
 * @param known the UIDs the client has; empty for all
 */
record Resync(long uidValidity, long modseq, Optional<SequenceSet> known) {

  static Resync read(Arguments arguments) throws ImapSyntaxException {
    arguments.expect('(');
    long uidValidity = arguments.number();
    arguments.space();
    long modseq = arguments.number();
    Optional<SequenceSet> known = Optional.empty();
    if (arguments.take(' ')) {
      if (arguments.peek() != '(') {
        known = Optional.of(SequenceSet.read(arguments));
      }
      if (known.isEmpty() || arguments.take(' ')) {
        arguments.expect('(');
        SequenceSet.read(arguments);
        arguments.space();
        SequenceSet.read(arguments);
        arguments.expect(')');
      }
    }
    arguments.expect(')');
    return new Resync(uidValidity, modseq, known);
  }

  /** Tells what has happened since; nothing when the client knows another mailbox of the name. */
  void tell(ImapSession session, Selection selection) throws IOException, MailboxException {
    if (uidValidity != selection.uidValidity()) {
      return;
    }
    Changes changes = selection.mailbox().changesSince(modseq);
    NumberSet had =
        known
            .map(set -> set.resolve(changes.uidNext() - 1, NumberSet.NONE))
            .orElse(NumberSet.range(1, changes.uidNext() - 1));
    NumberSet vanished = changes.expunged().and(had);
    if (!vanished.isEmpty()) {
      session.untagged("VANISHED (EARLIER) " + vanished);
    }
    for (State state : changes.changed()) {
      if (had.contains(state.uid())) {
        session.tell(state);
      }
    }
  }
}
