package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.ImapSyntaxException;

/** A command that was read; its class says what its grammar is. */
interface Command {

  /**
   * Does what the client asked for, and writes what is told before the completion.
   *
   * @throws MailboxException when it can't be done
   * @throws ImapSyntaxException when it can't be asked for so
   * @throws IOException when the connection breaks
   */
  Completion proceed(ImapSession session) throws IOException, MailboxException, ImapSyntaxException;

  /** False while the client uses message numbers: no EXPUNGE may come then (RFC 9051, 7.5.1). */
  default boolean letsMessagesGo() {
    return true;
  }
}
