package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.imap.search.SearchProgram;
import org.mailroom.imap.thread.ThreadAlgorithm;
import org.mailroom.imap.thread.Threading;
import org.mailroom.imap.thread.Threads;

/**
 * THREAD finds messages and tells which of them answer which (RFC 5256, 3).
 *
 * <pre>
 * thread = ["UID" SP] "THREAD" SP thread-alg SP search-criteria
 * thread-data = "THREAD" [SP 1*thread-list]
 * </pre>
 *
 * @param program empty when its charset is not known here
 */
record ThreadCommand(boolean byUid, ThreadAlgorithm algorithm, Optional<SearchProgram> program)
    implements FindingCommand {

  static ThreadCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    ThreadAlgorithm algorithm = ThreadAlgorithm.read(arguments);
    arguments.space();
    return new ThreadCommand(byUid, algorithm, Criteria.read(arguments));
  }

  @Override
  public void tell(ImapSession session, Finding finding) throws IOException, MailboxException {
    Selection selection = session.selection();
    Threading threading = algorithm.begin();
    selection
        .mailbox()
        .visit(
            finding.uids(),
            Wanted.of(Detail.STRUCTURE),
            message -> {
              threading.add(message);
              return true;
            });
    Threads threads = threading.threads();
    ResponseWriter out = session.out().text(threads.isEmpty() ? "* THREAD" : "* THREAD ");
    threads.write(out, byUid ? uid -> uid : selection.numbering()::number);
    out.end();
  }
}
