package org.mailroom.text;

import java.util.List;
import java.util.stream.Stream;

/** What must be in a message for it to be worth a look. */
public sealed interface RequiredText {

  /** Nothing must be in it. */
  RequiredText NOTHING = new All(List.of());

  /**
   * A phrase.
   *
   * @param alsoHeader true when it may be in the header of the message as well as behind that
   */
  record One(Phrase phrase, boolean alsoHeader) implements RequiredText {}

  /** All of these. */
  record All(List<RequiredText> texts) implements RequiredText {
    /** Takes a copy. */
    public All {
      texts = List.copyOf(texts);
    }
  }

  /** One of these at least. */
  record Any(List<RequiredText> texts) implements RequiredText {
    /** Takes a copy. */
    public Any {
      texts = List.copyOf(texts);
    }
  }

  /** All of these, without those that say nothing. */
  static RequiredText all(Stream<RequiredText> texts) {
    List<RequiredText> some = texts.filter(text -> !text.equals(NOTHING)).toList();
    return some.size() == 1 ? some.get(0) : new All(some);
  }

  /** One of these, which says nothing when one of them does. */
  static RequiredText any(Stream<RequiredText> texts) {
    List<RequiredText> some = texts.toList();
    return some.contains(NOTHING) ? NOTHING : new Any(some);
  }
}
