package org.mailroom.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as settings write them: {@code 36MiB}, or {@code 1g} as the JVM has it. */
public final class Sizes {

  /** What a reader is told when a size is malformed. */
  public static final String FORM = "a number with KiB, MiB or GiB (or k, m, g), such as 36MiB";

  private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,12})(|b|k|m|g|kib|mib|gib)");

  private Sizes() {}

  /**
   * Reads a whole number with a binary unit in any case; without one it counts octets. {@code KB}
   * and {@code MB} are refused, as nobody knows whether they mean 1000 or 1024.
   *
   * @return octets
   * @throws IllegalArgumentException when the text has another form or is beyond a {@code long}
   */
  public static long parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw ValueReason.SIZE_FORM.refused();
    }
    int shift =
        switch (matcher.group(2)) {
          case "k", "kib" -> 10;
          case "m", "mib" -> 20;
          case "g", "gib" -> 30;
          default -> 0;
        };
    long number = Long.parseLong(matcher.group(1));
    if (number > Long.MAX_VALUE >> shift) {
      throw ValueReason.SIZE_BITS.refused();
    }
    return number << shift;
  }

  /**
   * The size in its largest binary unit that needs no fraction, for people and for {@link #parse}.
   */
  public static String format(long octets) {
    for (int shift = 30; shift > 0; shift -= 10) {
      if (octets != 0 && octets % (1L << shift) == 0) {
        return (octets >> shift) + (shift == 30 ? "GiB" : shift == 20 ? "MiB" : "KiB");
      }
    }
    return Long.toString(octets);
  }
}
