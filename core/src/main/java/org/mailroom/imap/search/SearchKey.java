package org.mailroom.imap.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.text.Phrase;

/** What a message is, or isn't (RFC 9051, 6.4.4). */
sealed interface SearchKey {

  /** What it takes to know it; each has what those before it have. */
  enum Cost {
    /** UID, modification sequence, flags. */
    STATE,
    /** Internal date and size. */
    SUMMARY,
    /** The day on which it was sent. */
    SENT,
    /** Fields of the structure. */
    FIELDS,
    /** Octets of the header. */
    HEADER,
    /** Octets of the body. */
    BODY
  }

  /** Of a date, where it is to be. */
  enum When {
    BEFORE,
    ON,
    SINCE;

    boolean holds(LocalDate is, LocalDate wanted) {
      return switch (this) {
        case BEFORE -> is.isBefore(wanted);
        case ON -> is.equals(wanted);
        case SINCE -> !is.isBefore(wanted);
      };
    }
  }

  /** What it takes to know. */
  default Cost cost() {
    return Cost.STATE;
  }

  /** The keys within it that have no others within. */
  default Stream<SearchKey> leaves() {
    return Stream.of(this);
  }

  /** Holds for all messages, or for none. */
  record Constant(boolean holds) implements SearchKey {}

  /** A system flag. */
  record Flag(SystemFlag flag) implements SearchKey {}

  /** A keyword, in any case. */
  record Keyword(String keyword) implements SearchKey {}

  /** UIDs as they were named, or message numbers. */
  record Named(SequenceSet set, boolean areUids) implements SearchKey {}

  /** UIDs that are known. */
  record Uids(NumberSet uids) implements SearchKey {}

  /** Changed since (RFC 7162, 3.1.5). */
  record Modseq(long least) implements SearchKey {}

  /** More octets than these. */
  record Larger(long size) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.SUMMARY;
    }
  }

  /** Fewer octets than these. */
  record Smaller(long size) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.SUMMARY;
    }
  }

  /** The internal date, in UTC. */
  record Came(When when, LocalDate date) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.SUMMARY;
    }
  }

  /** The internal date, by what has passed since (RFC 5032). */
  record Age(boolean younger, long seconds) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.SUMMARY;
    }
  }

  /** The date in the Date field. */
  record Sent(When when, LocalDate date) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.SENT;
    }
  }

  /** A field that structures keep, by its name in lower case. */
  record Field(String name, Phrase phrase) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.FIELDS;
    }
  }

  /** Any other field. */
  record OtherField(String name, Phrase phrase) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.HEADER;
    }
  }

  /**
   * Text that is read.
   *
   * @param alsoHeader of the header of the message too
   */
  record Text(Phrase phrase, boolean alsoHeader) implements SearchKey {
    @Override
    public Cost cost() {
      return Cost.BODY;
    }
  }

  /** Not this. */
  record Not(SearchKey key) implements SearchKey {
    @Override
    public Stream<SearchKey> leaves() {
      return key.leaves();
    }

    @Override
    public Cost cost() {
      return key.cost();
    }
  }

  /** All of these; those that cost least come first. */
  record And(List<SearchKey> keys) implements SearchKey {
    /** Takes a copy. */
    public And {
      keys = byCost(keys);
    }

    @Override
    public Stream<SearchKey> leaves() {
      return keys.stream().flatMap(SearchKey::leaves);
    }

    @Override
    public Cost cost() {
      return highest(keys);
    }
  }

  /** One of these at least; those that cost least come first. */
  record Or(List<SearchKey> keys) implements SearchKey {
    /** Takes a copy. */
    public Or {
      keys = byCost(keys);
    }

    @Override
    public Stream<SearchKey> leaves() {
      return keys.stream().flatMap(SearchKey::leaves);
    }

    @Override
    public Cost cost() {
      return highest(keys);
    }
  }

  private static List<SearchKey> byCost(List<SearchKey> keys) {
    return keys.stream().sorted(Comparator.comparing(SearchKey::cost)).toList();
  }

  private static Cost highest(List<SearchKey> keys) {
    return keys.stream().map(SearchKey::cost).max(Comparator.naturalOrder()).orElse(Cost.STATE);
  }
}
