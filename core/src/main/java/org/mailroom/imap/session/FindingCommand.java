package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.search.SearchProgram;

/** A command that finds messages of the selected mailbox, and tells something of them. */
interface FindingCommand extends Command {

  /** True when it tells UIDs, not message numbers. */
  boolean byUid();

  /** What is looked for; empty when its charset is not known here. */
  Optional<SearchProgram> program();

  /** Tells of what was found. */
  void tell(ImapSession session, Finding finding) throws IOException, MailboxException;

  @Override
  default boolean letsMessagesGo() {
    return byUid();
  }

  @Override
  default Completion proceed(ImapSession session) throws IOException, MailboxException {
    if (program().isEmpty()) {
      return Completion.no("BADCHARSET (UTF-8 US-ASCII)", "This charset is not known here");
    }
    tell(session, Finding.of(program().get(), session));
    return Completion.DONE;
  }
}
