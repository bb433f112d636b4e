package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * ID tells who is who (RFC 2971, 3). What the client says of itself is not kept.
 *
 * <pre>
 * id = "ID" SP id-params-list
 * id-params-list = "(" *(string SP nstring) ")" / nil
 * </pre>
 */
record IdCommand() implements Command {

  static IdCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    if (!arguments.takeWord("NIL")) {
      arguments.list(Arguments::nstring);
    }
    arguments.end();
    return new IdCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    session.untagged("ID (\"name\" \"Mailroom\")");
    return Completion.DONE;
  }
}
