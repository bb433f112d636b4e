package org.mailroom.imap;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of messages will be asked for. UID, modification sequence, flags, internal date and size are
 * there always; other things can be asked for as well, at their price.
 *
 * @param header names of fields, in lower case, of {@link MessageData#header}
 */
public record Wanted(Set<Detail> details, Set<String> header) {

  /** What is read of a message. */
  public enum Detail {
    /** What FETCH says of its header. */
    ENVELOPE,
    /** What FETCH says of its parts. */
    BODY_STRUCTURE,
    /** The day on which it was sent. */
    SENT,
    /** Header and parts, for more than that. */
    STRUCTURE,
    /** Octets. */
    OCTETS
  }

  /** Nothing that has to be read. */
  public static final Wanted NOTHING = new Wanted(Set.of(), Set.of());

  /** Takes a copy. */
  public Wanted {
    details = Set.copyOf(details);
    header = Set.copyOf(header);
  }

  /** This. */
  public static Wanted of(Detail detail) {
    return new Wanted(Set.of(detail), Set.of());
  }

  /** Fields of the header. */
  public static Wanted header(Set<String> names) {
    return new Wanted(Set.of(), names);
  }

  /** All of them together. */
  public static Wanted all(Stream<Wanted> each) {
    Set<Detail> details = EnumSet.noneOf(Detail.class);
    Set<String> header = new HashSet<>();
    each.forEach(
        one -> {
          details.addAll(one.details);
          header.addAll(one.header);
        });
    return new Wanted(details, header);
  }

  /** True when this is among it. */
  public boolean has(Detail detail) {
    return details.contains(detail);
  }
}
