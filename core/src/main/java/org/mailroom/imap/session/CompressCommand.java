package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * COMPRESS compresses what both ends say from now on (RFC 4978).
 *
 * <pre>
 * compress = "COMPRESS" SP "DEFLATE"
 * </pre>
 */
record CompressCommand(boolean isKnown) implements Command {

  static CompressCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.space();
    boolean isKnown = arguments.atom().equalsIgnoreCase("DEFLATE");
    arguments.end();
    return new CompressCommand(isKnown);
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    if (!isKnown) {
      return Completion.bad("COMPRESS knows DEFLATE only");
    }
    if (session.wire().isCompressed()) {
      return Completion.no("COMPRESSIONACTIVE", "Compressed already");
    }
    session.out().text(session.tag() + " OK Compressed from here on").end();
    session.compress();
    return Completion.NONE;
  }
}
