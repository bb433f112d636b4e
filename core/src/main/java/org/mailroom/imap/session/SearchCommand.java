package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.search.NumberList;
import org.mailroom.imap.search.ReturnOptions;
import org.mailroom.imap.search.SearchProgram;

/**
 * SEARCH finds messages (RFC 9051, 6.4.4; RFC 5182; RFC 7162, 3.1.5).
 *
 * <pre>
 * search = ["UID" SP] "SEARCH" [SP "RETURN" SP "(" ... ")"] SP ["CHARSET" SP charset SP]
 *          search-key *(SP search-key)
 * </pre>
 *
 * @param returned empty when the client doesn't say
 * @param program empty when its charset is not known here
 */
record SearchCommand(
    boolean byUid, Optional<ReturnOptions> returned, Optional<SearchProgram> program)
    implements FindingCommand {

  static SearchCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    Optional<ReturnOptions> returned = ReturnOptions.read(arguments);
    boolean namesCharset = arguments.takeWord("CHARSET");
    if (namesCharset) {
      arguments.space();
    }
    return new SearchCommand(
        byUid, returned, namesCharset ? Criteria.read(arguments) : Criteria.inUtf8(arguments));
  }

  @Override
  public void tell(ImapSession session, Finding finding) throws IOException {
    NumberList found = NumberList.of(finding.uids());
    new SearchAnswer(session, byUid, found, finding.modseq()).tell(returned);
  }
}
