package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.search.Search;
import org.mailroom.mailbox.NumberSet;

/** Collects the messages that a search finds among those that it sees. */
final class Finding implements SelectedMailbox.Visitor<IOException> {

  private final Search search;
  private final NumberSet.Builder found = new NumberSet.Builder();
  private long modseq;

  Finding(Search search) {
    this.search = search;
  }

  @Override
  public boolean visit(MessageData message) throws IOException {
    if (search.matches(message)) {
      found.add(message.uid());
      modseq = Math.max(modseq, message.modseq());
    }
    return true;
  }

  /** Those that were found. */
  NumberSet uids() {
    return found.build();
  }

  /** The highest of theirs. */
  long modseq() {
    return modseq;
  }
}
