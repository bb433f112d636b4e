package org.mailroom.imap.session;

import java.io.IOException;
import java.util.OptionalLong;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox.State;
import org.mailroom.imap.SelectedMailbox.Stored;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.NumberSet;

/**
 * STORE changes flags (RFC 9051, 6.4.6; RFC 7162, 3.1.3).
 *
 * <pre>
 * store = ["UID" SP] "STORE" SP sequence-set [SP "(" "UNCHANGEDSINCE" SP mod-sequence ")"]
 *         SP ["+" / "-"] "FLAGS" [".SILENT"] SP ( flag-list / ( flag *(SP flag) ) )
 * </pre>
 */
record StoreCommand(
    boolean byUid, SequenceSet set, OptionalLong unchangedSince, FlagChange change, boolean silent)
    implements Command {

  static StoreCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.space();
    OptionalLong unchangedSince = OptionalLong.empty();
    if (arguments.take('(')) {
      if (!arguments.takeWord("UNCHANGEDSINCE")) {
        throw new ImapSyntaxException("STORE knows UNCHANGEDSINCE only");
      }
      arguments.space();
      unchangedSince = OptionalLong.of(arguments.number());
      arguments.expect(')');
      arguments.space();
    }
    FlagChange.Kind kind =
        arguments.take('+')
            ? FlagChange.Kind.ADD
            : arguments.take('-') ? FlagChange.Kind.REMOVE : FlagChange.Kind.REPLACE;
    boolean silent = arguments.takeWord("FLAGS.SILENT");
    if (!silent && !arguments.takeWord("FLAGS")) {
      throw new ImapSyntaxException("STORE changes FLAGS only");
    }
    arguments.space();
    FlagChange change = new FlagChange(kind, FlagList.readOpen(arguments));
    arguments.end();
    return new StoreCommand(byUid, set, unchangedSince, change, silent);
  }

  @Override
  public boolean letsMessagesGo() {
    return byUid;
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    Selection selection = session.selection();
    if (selection.isReadOnly()) {
      return Completion.no("READ-ONLY", "The mailbox was selected to be read only");
    }
    if (unchangedSince.isPresent()) {
      session.useModseqs();
    }
    NumberSet uids = selection.named(set, byUid);
    Stored stored = selection.mailbox().store(uids, change, unchangedSince);
    for (State state : stored.states()) {
      if (!silent) {
        session.tell(state);
      } else {
        tellModseq(state, session);
      }
    }
    if (stored.modified().isEmpty()) {
      return Completion.DONE;
    }
    NumberSet modified =
        byUid ? stored.modified() : selection.numbering().numbers(stored.modified());
    return Completion.ok("MODIFIED " + modified, "Some had changed since");
  }

  /** Flags are not told, but the client must know that they are the last change. */
  private static void tellModseq(State state, ImapSession session) throws IOException {
    int number = session.selection().numbering().number(state.uid());
    if (number > 0 && session.enabled().contains(Extension.CONDSTORE)) {
      session.untagged(number + " FETCH (UID " + state.uid() + " MODSEQ (" + state.modseq() + "))");
    }
    session.alreadyKnows(state);
  }
}
