package org.mailroom.imap;

import java.util.List;
import java.util.Locale;
import org.mailroom.refusal.CommonReason;

/**
 * What clients that have logged in are told that the server can, by the name of RFC 9051, 7.2.2.
 * Each can be withheld from a user whose program does wrong with it; {@code IMAP4rev1} can't.
 */
public record Capability(String name) {

  /** Those there are, as they are told. */
  public static final List<Capability> ALL =
      named(
          "IMAP4rev2",
          "LITERAL+",
          "SASL-IR",
          "ID",
          "ENABLE",
          "IDLE",
          "NAMESPACE",
          "UIDPLUS",
          "MOVE",
          "UNSELECT",
          "CHILDREN",
          "LIST-EXTENDED",
          "LIST-STATUS",
          "SPECIAL-USE",
          "XLIST",
          "CREATE-SPECIAL-USE",
          "CONDSTORE",
          "QRESYNC",
          "QUOTA",
          "QUOTA=RES-STORAGE",
          "QUOTA=RES-MESSAGE",
          "ESEARCH",
          "SEARCHRES",
          "WITHIN",
          "SORT",
          "SORT=DISPLAY",
          "ESORT",
          "THREAD=REFERENCES",
          "THREAD=ORDEREDSUBJECT",
          "STATUS=SIZE",
          "MULTIAPPEND",
          "BINARY",
          "UTF8=ACCEPT",
          "COMPRESS=DEFLATE");

  private static List<Capability> named(String... names) {
    return List.of(names).stream().map(Capability::new).toList();
  }

  /**
   * The one of this name, in any case.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Capability of(String name) {
    return ALL.stream()
        .filter(one -> upper(one.name).equals(upper(name)))
        .findFirst()
        .orElseThrow(() -> CommonReason.ONE_OF.refused(ALL));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
