package org.mailroom.console.operations;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is picked from a list of mails, as a filter. */
final class Picked {

  private Picked() {}

  /**
   * The filter; empty when nothing is picked.
   *
   * @param keys queue id / part, as the browser sends them; null for none
   * @param all true for all that the list is cut from
   * @param everything the filter for these
   */
  static Optional<String> filter(String[] keys, boolean all, String everything) {
    if (keys == null || keys.length == 0) {
      return Optional.empty();
    }
    if (all) {
      return Optional.of(everything);
    }
    return Optional.of(
        "id:" + Arrays.stream(keys).map(Picked::quoted).collect(Collectors.joining(",")));
  }

  /** A key has letters, digits, a slash and dots; what else a browser sends is none. */
  private static String quoted(String key) {
    return key.replaceAll("[^A-Za-z0-9/.]", "");
  }
}
