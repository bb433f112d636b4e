package org.mailroom.imap.session;

import java.io.IOException;
import java.util.OptionalLong;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.fetch.FetchItems;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;

/**
 * FETCH tells of messages (RFC 9051, 6.4.5; RFC 7162, 3.1.4 and 3.2.6).
 *
 * <pre>
 * fetch = ["UID" SP] "FETCH" SP sequence-set SP ( "ALL" / "FULL" / "FAST" / fetch-att /
 *         "(" fetch-att *(SP fetch-att) ")" )
 *         [SP "(" "CHANGEDSINCE" SP mod-sequence [SP "VANISHED"] ")"]
 * </pre>
 */
record FetchCommand(
    boolean byUid, SequenceSet set, FetchItems items, OptionalLong changedSince, boolean vanished)
    implements Command {

  static FetchCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.space();
    FetchItems items = FetchItems.read(arguments);
    OptionalLong changedSince = OptionalLong.empty();
    boolean vanished = false;
    if (arguments.take(' ')) {
      arguments.expect('(');
      do {
        if (arguments.takeWord("CHANGEDSINCE")) {
          arguments.space();
          changedSince = OptionalLong.of(arguments.number());
        } else if (arguments.takeWord("VANISHED")) {
          vanished = true;
        } else {
          throw new ImapSyntaxException("FETCH knows CHANGEDSINCE and VANISHED only");
        }
      } while (arguments.take(' '));
      arguments.expect(')');
    }
    arguments.end();
    if (vanished && (changedSince.isEmpty() || !byUid)) {
      throw new ImapSyntaxException("VANISHED goes with UID FETCH and CHANGEDSINCE");
    }
    return new FetchCommand(byUid, set, items, changedSince, vanished);
  }

  @Override
  public boolean letsMessagesGo() {
    return byUid;
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    if (vanished && !session.enabled().contains(Extension.QRESYNC)) {
      return Completion.bad("Enable QRESYNC first");
    }
    if (changedSince.isPresent() || items.asksModseq()) {
      session.useModseqs();
    }
    Selection selection = session.selection();
    NumberSet uids = selection.named(set, byUid);
    if (vanished) {
      tellVanished(session, uids);
    }
    FetchItems asked = byUid ? items.withUid() : items;
    asked = changedSince.isPresent() ? asked.withModseq() : asked;
    Fetching fetching = new Fetching(session, asked, changedSince.orElse(0));
    selection.mailbox().visit(uids, asked.wanted(), fetching);
    return fetching.complete(byUid ? 0 : uids.count());
  }

  private void tellVanished(ImapSession session, NumberSet uids)
      throws IOException, MailboxException {
    NumberSet gone =
        session.selection().mailbox().changesSince(changedSince.getAsLong()).expunged().and(uids);
    if (!gone.isEmpty()) {
      session.untagged("VANISHED (EARLIER) " + gone);
    }
  }
}
