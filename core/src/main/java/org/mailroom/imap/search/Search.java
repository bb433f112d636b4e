package org.mailroom.imap.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.mailroom.imap.MessageData;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.text.RequiredText;

/** One search in one mailbox. Sets are resolved once, when it is made. */
public final class Search {

  private final SearchKey key;
  private final NumberSet scope;
  private final List<SearchKey> inOctets;
  private final Instant now;

  private Search(SearchKey key, NumberSet scope, Instant now) {
    this.key = key;
    this.scope = scope;
    this.inOctets = key.leaves().filter(Search::isInOctets).distinct().toList();
    this.now = now;
  }

  static Search of(SearchKey key, NumberSet all, MessageNumbers numbers, Instant now) {
    SearchKey resolved = resolved(key, numbers);
    return new Search(resolved, scope(resolved, all), now);
  }

  /** The UIDs of messages that it can find; others need not be looked at. */
  public NumberSet scope() {
    return scope;
  }

  /** What a message must have in it for that it can be found. */
  public RequiredText requiredText() {
    return required(key);
  }

  private static RequiredText required(SearchKey key) {
    return switch (key) {
      case SearchKey.Text text -> new RequiredText.One(text.phrase(), text.alsoHeader());
      case SearchKey.And and -> RequiredText.all(and.keys().stream().map(Search::required));
      case SearchKey.Or or -> RequiredText.any(or.keys().stream().map(Search::required));
      default -> RequiredText.NOTHING;
    };
  }

  /**
   * True when it finds this message.
   *
   * @throws IOException when it depends on octets that can't be read
   */
  public boolean matches(MessageData message) throws IOException {
    try (Octets octets = new Octets(message, inOctets)) {
      return new Matching(message, octets, now).holds(key);
    }
  }

  private static SearchKey resolved(SearchKey key, MessageNumbers numbers) {
    return switch (key) {
      case SearchKey.Named named ->
          new SearchKey.Uids(
              named.areUids() || named.set().isFound()
                  ? numbers.named(named.set())
                  : numbers.uids(named.set()));
      case SearchKey.Not not -> new SearchKey.Not(resolved(not.key(), numbers));
      case SearchKey.And and -> new SearchKey.And(resolved(and.keys(), numbers));
      case SearchKey.Or or -> new SearchKey.Or(resolved(or.keys(), numbers));
      default -> key;
    };
  }

  private static List<SearchKey> resolved(List<SearchKey> keys, MessageNumbers numbers) {
    return keys.stream().map(key -> resolved(key, numbers)).toList();
  }

  private static NumberSet scope(SearchKey key, NumberSet all) {
    return switch (key) {
      case SearchKey.Uids set -> set.uids().and(all);
      case SearchKey.Constant constant -> constant.holds() ? all : NumberSet.NONE;
      case SearchKey.And and -> {
        NumberSet left = all;
        for (SearchKey each : and.keys()) {
          left = scope(each, left);
        }
        yield left;
      }
      default -> all;
    };
  }

  private static boolean isInOctets(SearchKey key) {
    return key instanceof SearchKey.OtherField || key instanceof SearchKey.Text;
  }
}
