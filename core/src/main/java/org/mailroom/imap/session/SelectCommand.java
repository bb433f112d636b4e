package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.SelectedMailbox.Snapshot;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.MailboxName;

/**
 * SELECT and EXAMINE select a mailbox, EXAMINE without changing it (RFC 9051, 6.3.2 and 6.3.3; RFC
 * 7162, 3.1.8 and 3.2.5).
 *
 * <pre>
 * select = ( "SELECT" / "EXAMINE" ) SP mailbox [ SP "(" select-param *(SP select-param) ")" ]
 * select-param = "CONDSTORE" / "QRESYNC" SP "(" ... ")"
 * </pre>
 */
record SelectCommand(String mailbox, boolean readOnly, boolean condstore, Optional<Resync> resync)
    implements Command {

  static SelectCommand parseSelect(Arguments arguments) throws IOException, ImapSyntaxException {
    return parse(arguments, false);
  }

  static SelectCommand parseExamine(Arguments arguments) throws IOException, ImapSyntaxException {
    return parse(arguments, true);
  }

  private static SelectCommand parse(Arguments arguments, boolean readOnly)
      throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    boolean condstore = false;
    Optional<Resync> resync = Optional.empty();
    if (arguments.take(' ')) {
      arguments.expect('(');
      do {
        if (arguments.takeWord("CONDSTORE")) {
          condstore = true;
        } else if (arguments.takeWord("QRESYNC")) {
          arguments.space();
          resync = Optional.of(Resync.read(arguments));
        } else {
          throw new ImapSyntaxException("SELECT knows CONDSTORE and QRESYNC only");
        }
      } while (arguments.take(' '));
      arguments.expect(')');
    }
    arguments.end();
    return new SelectCommand(mailbox, readOnly, condstore, resync);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    if (resync.isPresent() && !session.enabled().contains(Extension.QRESYNC)) {
      return Completion.bad("Enable QRESYNC first");
    }
    if (condstore) {
      session.useModseqs();
    }
    if (session.hasSelection()) {
      session.unselect();
      if (knowsClosed(session)) {
        session.untagged("OK [CLOSED] Another mailbox is selected");
      }
    }
    MailboxName name = Names.read(mailbox, session);
    SelectedMailbox selected = session.mailboxes().select(name);
    boolean known = false;
    try {
      Snapshot snapshot = selected.snapshot();
      Selection selection = new Selection(selected, snapshot, readOnly);
      session.select(selection);
      known = true;
      tell(session, selection, snapshot);
      if (resync.isPresent()) {
        resync.get().tell(session, selection);
      }
    } finally {
      if (!known) {
        selected.close();
      }
    }
    return Completion.ok(readOnly ? "READ-ONLY" : "READ-WRITE", "Selected");
  }

  private static boolean knowsClosed(ImapSession session) {
    return session.enabled().contains(Extension.QRESYNC)
        || session.enabled().contains(Extension.IMAP4REV2);
  }

  private void tell(ImapSession session, Selection selection, Snapshot snapshot)
      throws IOException {
    boolean rev2 = session.enabled().contains(Extension.IMAP4REV2);
    selection.tellFlags(session.out());
    session.untagged(
        readOnly
            ? "OK [PERMANENTFLAGS ()] Nothing can be changed"
            : "OK [PERMANENTFLAGS (" + selection.flagList() + " \\*)] Flags that stay");
    session.untagged(selection.numbering().count() + " EXISTS");
    if (!rev2) {
      session.untagged("0 RECENT");
      if (snapshot.firstUnseen().isPresent()) {
        int number = selection.numbering().number(snapshot.firstUnseen().getAsLong());
        session.untagged("OK [UNSEEN " + number + "] The first that is unseen");
      }
    }
    session.untagged("OK [UIDVALIDITY " + snapshot.uidValidity() + "] UIDs are valid");
    session.untagged("OK [UIDNEXT " + snapshot.uidNext() + "] The next UID");
    session.untagged("OK [HIGHESTMODSEQ " + snapshot.highestModseq() + "] The last change");
    if (rev2) {
      session.out().text("* LIST () \"/\" ");
      session.out().string(Names.text(selection.mailbox().name(), session)).end();
    }
  }
}
