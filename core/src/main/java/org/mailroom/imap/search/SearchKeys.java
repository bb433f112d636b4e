package org.mailroom.imap.search;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapDates;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.imap.search.SearchKey.When;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.mime.MimeStructure;
import org.mailroom.text.Phrase;

/**
 * Reads search keys. Of a mailbox nobody is told that a message is recent, so all are old.
 *
 * <pre>
 * search-key = "ALL" / "ANSWERED" / "BCC" SP astring / ... / sequence-set /
 *              "(" search-key *(SP search-key) ")" ; RFC 9051, 9
 * search-key =/ "RECENT" / "NEW" / "OLD" ; RFC 3501, 9
 * search-key =/ "YOUNGER" SP nz-number / "OLDER" SP nz-number ; RFC 5032, 4
 * search-key =/ "MODSEQ" [SP entry-name SP entry-type-req] SP mod-sequence-valzer ; RFC 7162, 7
 * </pre>
 */
final class SearchKeys {

  private static final int DEEPEST = 32;
  private static final int MOST = 1000;

  /** Texts that the octets of a message are read for, at some nanoseconds each and octet. */
  private static final int MOST_TEXTS = 64;

  private final Arguments arguments;
  private final Charset charset;
  private int count;
  private int texts;

  SearchKeys(Arguments arguments, Charset charset) {
    this.arguments = arguments;
    this.charset = charset;
  }

  /** Reads keys with spaces between, all of which must hold. */
  SearchKey all(int depth) throws IOException, ImapSyntaxException {
    List<SearchKey> keys = new ArrayList<>();
    do {
      keys.add(key(depth));
    } while (arguments.take(' '));
    return keys.size() == 1 ? keys.get(0) : new SearchKey.And(keys);
  }

  private SearchKey key(int depth) throws IOException, ImapSyntaxException {
    count++;
    if (count > MOST || depth > DEEPEST) {
      throw new ImapSyntaxException("There are too many search keys, or too many in one another");
    }
    char next = arguments.peek();
    if (arguments.take('(')) {
      SearchKey keys = all(depth + 1);
      arguments.expect(')');
      return keys;
    }
    if (next == '*' || next == '$' || next >= '0' && next <= '9') {
      return new SearchKey.Named(SequenceSet.read(arguments), false);
    }
    String name = arguments.atom().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "ALL", "OLD" -> new SearchKey.Constant(true);
      case "RECENT", "NEW" -> new SearchKey.Constant(false);
      case "ANSWERED", "DELETED", "DRAFT", "FLAGGED", "SEEN" ->
          new SearchKey.Flag(SystemFlag.valueOf(name));
      case "UNANSWERED", "UNDELETED", "UNDRAFT", "UNFLAGGED", "UNSEEN" ->
          new SearchKey.Not(new SearchKey.Flag(SystemFlag.valueOf(name.substring(2))));
      default -> withArgument(name, depth);
    };
  }

  private SearchKey withArgument(String name, int depth) throws IOException, ImapSyntaxException {
    arguments.space();
    return switch (name) {
      case "NOT" -> new SearchKey.Not(key(depth + 1));
      case "OR" -> or(depth);
      case "UID" -> new SearchKey.Named(SequenceSet.read(arguments), true);
      case "KEYWORD" -> keyword();
      case "UNKEYWORD" -> new SearchKey.Not(keyword());
      case "LARGER" -> new SearchKey.Larger(arguments.number());
      case "SMALLER" -> new SearchKey.Smaller(arguments.number());
      case "YOUNGER", "OLDER" -> age(name.equals("YOUNGER"));
      case "MODSEQ" -> modseq();
      case "BEFORE", "ON", "SINCE" ->
          new SearchKey.Came(When.valueOf(name), ImapDates.readDate(arguments));
      case "SENTBEFORE", "SENTON", "SENTSINCE" ->
          new SearchKey.Sent(When.valueOf(name.substring(4)), ImapDates.readDate(arguments));
      case "BCC", "CC", "FROM", "SUBJECT", "TO" -> field(name, phrase());
      case "HEADER" -> header();
      case "BODY" -> text(false);
      case "TEXT" -> text(true);
      default -> throw new ImapSyntaxException("There is no such search key");
    };
  }

  /** Clients put many of them in one another, the next in the second key: that is one. */
  private SearchKey or(int depth) throws IOException, ImapSyntaxException {
    List<SearchKey> keys = new ArrayList<>();
    do {
      keys.add(key(depth + 1));
      arguments.space();
    } while (arguments.takeWord("OR") && nextOr());
    keys.add(key(depth + 1));
    return new SearchKey.Or(keys);
  }

  private boolean nextOr() throws ImapSyntaxException {
    arguments.space();
    return true;
  }

  private SearchKey keyword() throws ImapSyntaxException {
    String keyword = arguments.atom();
    if (!MessageFlags.isKeyword(keyword)) {
      throw new ImapSyntaxException("This is no keyword");
    }
    return new SearchKey.Keyword(keyword);
  }

  private SearchKey age(boolean younger) throws ImapSyntaxException {
    long seconds = arguments.number();
    if (seconds < 1 || seconds > 0xFFFF_FFFFL) {
      throw new ImapSyntaxException("An interval is 1 to 4294967295 seconds");
    }
    return new SearchKey.Age(younger, seconds);
  }

  /** The entry and its type don't matter: a message has one modification sequence. */
  private SearchKey modseq() throws IOException, ImapSyntaxException {
    if (arguments.peek() == '"') {
      arguments.string();
      arguments.space();
      if (!arguments.takeWord("all")
          && !arguments.takeWord("priv")
          && !arguments.takeWord("shared")) {
        throw new ImapSyntaxException("An entry is of the type all, priv or shared");
      }
      arguments.space();
    }
    return new SearchKey.Modseq(arguments.number());
  }

  private SearchKey header() throws IOException, ImapSyntaxException {
    String name = Arguments.text(arguments.astringOctets(), charset);
    arguments.space();
    return field(name, phrase());
  }

  private SearchKey field(String name, Phrase phrase) throws ImapSyntaxException {
    String field = name.toLowerCase(Locale.ROOT);
    return MimeStructure.keeps(field)
        ? new SearchKey.Field(field, phrase)
        : read(new SearchKey.OtherField(field, phrase));
  }

  private SearchKey text(boolean alsoHeader) throws IOException, ImapSyntaxException {
    Phrase phrase = phrase();
    return phrase.isEmpty()
        ? new SearchKey.Constant(true)
        : read(new SearchKey.Text(phrase, alsoHeader));
  }

  private SearchKey read(SearchKey key) throws ImapSyntaxException {
    texts++;
    if (texts > MOST_TEXTS) {
      throw new ImapSyntaxException("There are too many texts to look for in messages");
    }
    return key;
  }

  private Phrase phrase() throws IOException, ImapSyntaxException {
    return Phrase.of(Arguments.text(arguments.astringOctets(), charset));
  }
}
