package org.mailroom.imap.session;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
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
    implements Command {

  static SearchCommand parse(Arguments arguments, boolean byUid)
      throws IOException, ImapSyntaxException {
    arguments.space();
    Optional<ReturnOptions> returned = ReturnOptions.read(arguments);
    Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);
    if (arguments.takeWord("CHARSET")) {
      arguments.space();
      charset = charset(arguments.astring());
      arguments.space();
    }
    SearchProgram program =
        SearchProgram.read(arguments, charset.orElse(StandardCharsets.ISO_8859_1));
    arguments.end();
    return new SearchCommand(byUid, returned, charset.map(known -> program));
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean letsMessagesGo() {
    return byUid;
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException, MailboxException {
    if (program.isEmpty()) {
      return Completion.no("BADCHARSET (UTF-8 US-ASCII)", "This charset is not known here");
    }
    Finding finding = Finding.of(program.get(), session);
    new SearchAnswer(session, byUid, finding.uids(), finding.modseq()).tell(returned);
    return Completion.DONE;
  }
}
