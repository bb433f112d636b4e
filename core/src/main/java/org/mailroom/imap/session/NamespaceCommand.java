package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * NAMESPACE tells where mailboxes are (RFC 9051, 6.3.10): there are only the user's own.
 *
 * <pre>
 * namespace = "NAMESPACE"
 * </pre>
 */
record NamespaceCommand() implements Command {

  static NamespaceCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new NamespaceCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    session.untagged("NAMESPACE ((\"\" \"/\")) NIL NIL");
    return Completion.DONE;
  }
}
