package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * CAPABILITY tells what the server can (RFC 9051, 6.1.1).
 *
 * <pre>
 * command-any =/ "CAPABILITY"
 * </pre>
 */
record CapabilityCommand() implements Command {

  static CapabilityCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new CapabilityCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    session.untagged(Capabilities.of(session));
    return Completion.DONE;
  }
}
