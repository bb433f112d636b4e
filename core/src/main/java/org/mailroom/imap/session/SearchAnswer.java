package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.imap.search.NumberList;
import org.mailroom.imap.search.ReturnOptions;
import org.mailroom.imap.search.ReturnOptions.Option;

/**
 * Tells what a search has found (RFC 3501, 7.2.5; RFC 9051, 7.3.4), or in which order (RFC 5256, 4;
 * RFC 5267, 3).
 *
 * <pre>
 * search   = ("SEARCH" / "SORT") *(SP nz-number) [SP "(" "MODSEQ" SP mod-sequence ")"]
 * esearch  = "ESEARCH" [SP "(" "TAG" SP tag ")"] [SP "UID"] *(SP search-return-data)
 * </pre>
 */
final class SearchAnswer {

  private static final ReturnOptions ALL = new ReturnOptions(Set.of(Option.ALL));

  private final ImapSession session;
  private final boolean byUid;
  private final NumberList uids;
  private final long modseq;

  /**
   * An answer.
   *
   * @param uids in their order
   * @param modseq the highest of the messages that were found
   */
  SearchAnswer(ImapSession session, boolean byUid, NumberList uids, long modseq) {
    this.session = session;
    this.byUid = byUid;
    this.uids = uids;
    this.modseq = modseq;
  }

  /** Tells it, as the client has asked for it. */
  void tell(Optional<ReturnOptions> asked) throws IOException {
    boolean rev2 = session.enabled().contains(Extension.IMAP4REV2);
    if (asked.isEmpty() && !rev2) {
      tellList("SEARCH");
      return;
    }
    tell(asked.orElse(ALL));
  }

  /** Tells what the client has asked for. */
  void tell(ReturnOptions options) throws IOException {
    if (options.has(Option.SAVE)) {
      session.selection().found(options.saved(uids));
    }
    if (!options.isSilent()) {
      tellReturned(options);
    }
  }

  private NumberList numbers() {
    return byUid ? uids : uids.map(session.selection().numbering()::number);
  }

  /** Tells it as a list behind a word. */
  void tellList(String word) throws IOException {
    ResponseWriter out = session.out().text("* " + word);
    NumberList numbers = numbers();
    for (int i = 0; i < numbers.count(); i++) {
      out.text(" ").number(numbers.at(i));
    }
    out.text(modseqText()).end();
  }

  private void tellReturned(ReturnOptions options) throws IOException {
    NumberList numbers = numbers();
    ResponseWriter out = session.out().text("* ESEARCH (TAG ").string(session.tag()).text(")");
    out.text(byUid ? " UID" : "");
    if (!numbers.isEmpty()) {
      out.text(options.has(Option.MIN) ? " MIN " + numbers.first() : "");
      out.text(options.has(Option.MAX) ? " MAX " + numbers.last() : "");
      out.text(options.has(Option.ALL) ? " ALL " + numbers : "");
    }
    out.text(options.has(Option.COUNT) ? " COUNT " + numbers.count() : "");
    out.text(usesModseq() ? " MODSEQ " + modseq : "").end();
  }

  private boolean usesModseq() {
    return modseq > 0 && session.enabled().contains(Extension.CONDSTORE);
  }

  private String modseqText() {
    return usesModseq() ? " (MODSEQ " + modseq + ")" : "";
  }
}
