package org.mailroom.imap.search;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.NumberSet;

/** What a client looks for, as it says it. */
public final class SearchProgram {

  private final SearchKey key;

  private SearchProgram(SearchKey key) {
    this.key = key;
  }

  /**
   * Reads one; what follows it is the caller's.
   *
   * <pre>
   * search-program = search-key *(SP search-key)
   * </pre>
   *
   * @param charset of its strings
   */
  public static SearchProgram read(Arguments arguments, Charset charset)
      throws IOException, ImapSyntaxException {
    return new SearchProgram(new SearchKeys(arguments, charset).all(0));
  }

  /** What must be known of messages to answer it. */
  public Wanted wanted() {
    return Wanted.all(key.leaves().map(SearchProgram::wanted));
  }

  private static Wanted wanted(SearchKey key) {
    return switch (key.cost()) {
      case STATE, SUMMARY -> Wanted.NOTHING;
      case SENT -> Wanted.of(Detail.SENT);
      case FIELDS -> Wanted.of(Detail.STRUCTURE);
      case HEADER, BODY -> Wanted.of(Detail.OCTETS);
    };
  }

  /** True when the answer must have the highest modification sequence (RFC 7162, 3.1.5). */
  public boolean asksModseq() {
    return key.leaves().anyMatch(SearchKey.Modseq.class::isInstance);
  }

  /**
   * Looks for it in a mailbox.
   *
   * @param all UIDs of its messages, as the session knows them
   */
  public Search in(NumberSet all, MessageNumbers numbers, Instant now) {
    return Search.of(key, all, numbers, now);
  }

  /** The key, for tests. */
  SearchKey key() {
    return key;
  }
}
