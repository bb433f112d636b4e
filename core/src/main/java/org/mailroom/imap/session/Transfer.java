package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;

/**
 * Which messages go where: what COPY and MOVE are asked for (RFC 9051, 6.4.7 and 6.4.8).
 *
 * <pre>
 * SP sequence-set SP mailbox
 * </pre>
 */
record Transfer(boolean byUid, SequenceSet set, String target) {

  static Transfer read(Arguments arguments, boolean byUid) throws IOException, ImapSyntaxException {
    arguments.space();
    SequenceSet set = SequenceSet.read(arguments);
    arguments.space();
    String target = arguments.astring();
    arguments.end();
    return new Transfer(byUid, set, target);
  }
}
