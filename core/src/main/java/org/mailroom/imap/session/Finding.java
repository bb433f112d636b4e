package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.search.Search;
import org.mailroom.imap.search.SearchProgram;
import org.mailroom.mailbox.NumberSet;

/** The messages of the selected mailbox that a client looked for. */
final class Finding implements SelectedMailbox.Visitor<IOException> {

  private final Search search;
  private final NumberSet.Builder found = new NumberSet.Builder();
  private long modseq;

  private Finding(Search search) {
    this.search = search;
  }

  /** Looks for messages among those that the session knows of. */
  static Finding of(SearchProgram program, ImapSession session)
      throws IOException, MailboxException {
    if (program.asksModseq()) {
      session.useModseqs();
    }
    Selection selection = session.selection();
    Search search = program.in(selection.numbering().all(), selection, session.now());
    Finding finding = new Finding(search);
    SelectedMailbox mailbox = selection.mailbox();
    NumberSet some = mailbox.mayContain(search.scope(), search.requiredText());
    mailbox.visit(some, program.wanted(), finding);
    return finding;
  }

  @Override
  public boolean visit(MessageData message) throws IOException {
    if (search.matches(message)) {
      found.add(message.uid());
      modseq = Math.max(modseq, message.modseq());
    }
    return true;
  }

  /** Their UIDs. */
  NumberSet uids() {
    return found.build();
  }

  /** The highest of theirs. */
  long modseq() {
    return modseq;
  }
}
