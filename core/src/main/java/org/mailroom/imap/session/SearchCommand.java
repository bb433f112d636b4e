package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.search.NumberList;
import org.mailroom.imap.search.ReturnOptions;
import org.mailroom.imap.search.SearchProgram;

/**
 * SEARCH finds messages (RFC 9051, 6.4.4; RFC 5182; RFC 7162, 3.1.5). Who has enabled UTF8=ACCEPT
 * names no charset (RFC 6855, 3).
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
    boolean byUid,
    Optional<ReturnOptions> returned,
    boolean namesCharset,
    Optional<SearchProgram> program)
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
        byUid,
        returned,
        namesCharset,
        namesCharset ? Criteria.read(arguments) : Criteria.inUtf8(arguments));
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException, MailboxException {
    return namesCharset && session.enabled().contains(Extension.UTF8_ACCEPT)
        ? Completion.bad("Strings are in UTF-8, name no charset")
        : FindingCommand.super.proceed(session);
  }

  @Override
  public void tell(ImapSession session, Finding finding) throws IOException {
    NumberList found = NumberList.of(finding.uids());
    new SearchAnswer(session, byUid, found, finding.modseq()).tell(returned);
  }
}
