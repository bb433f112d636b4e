package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.search.NumberList;
import org.mailroom.imap.search.ReturnOptions;
import org.mailroom.imap.search.SearchProgram;
import org.mailroom.imap.sort.SortProgram;
import org.mailroom.imap.sort.Sorting;

/**
 * SORT finds messages and tells in which order they are (RFC 5256, 3; RFC 5957; RFC 5267, 3; RFC
 * 7162, 3.1.6).
 *
 * <pre>
 * sort = ["UID" SP] "SORT" [SP "RETURN" SP "(" ... ")"] SP sort-criteria SP search-criteria
 * sort-criteria = "(" sort-criterion *(SP sort-criterion) ")"
 * </pre>
 *
 * @param returned empty when the client doesn't say
 * @param program empty when its charset is not known here
 */
record SortCommand(
    boolean byUid,
    Optional<ReturnOptions> returned,
    SortProgram sort,
    Optional<SearchProgram> program)
    implements FindingCommand {

  static SortCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    Optional<ReturnOptions> returned = ReturnOptions.read(arguments);
    SortProgram sort = SortProgram.read(arguments);
    arguments.space();
    return new SortCommand(byUid, returned, sort, Criteria.read(arguments));
  }

  @Override
  public void tell(ImapSession session, Finding finding) throws IOException, MailboxException {
    Sorting sorting = new Sorting(sort);
    session.selection().mailbox().visit(finding.uids(), sort.wanted(), sorting);
    NumberList sorted = NumberList.of(sorting.uids());
    SearchAnswer answer = new SearchAnswer(session, byUid, sorted, finding.modseq());
    if (returned.isPresent()) {
      answer.tell(returned.get());
    } else {
      answer.tellList("SORT");
    }
  }
}
