package org.mailroom.refusal;

import java.util.Locale;

/** A reason to refuse something: a constant of an enum. No two of the hub have one name. */
public interface Reason {

  /** Of the constant. */
  String name();

  /** In English, with {@code %s} for each thing that it speaks of. */
  String sentence();

  /** As texts and answers name it, such as {@code domain-twice}. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A refusal for this reason. */
  default Refusal about(Object... things) {
    return Refusal.of(this, things);
  }

  /** The same as an exception. */
  default RefusedException refused(Object... things) {
    return new RefusedException(about(things));
  }
}
