package org.mailroom.it.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which packages a package may use: rows {@code package : used used …}, upstream first. A row can
 * use only packages whose rows stand before its own, so a table without a cycle is the only one
 * that can be written. {@code name.*} is a package with all packages below it.
 */
final class PackageTable {

  private static final String BELOW = ".*";

  private final String base;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /**
   * Reads a table.
   *
   * @param base in front of every name, with its dot
   * @throws IllegalArgumentException for a row that uses what is not listed before it
   */
  PackageTable(String base, String text) {
    this.base = base;
    text.lines().filter(line -> !line.isBlank()).forEach(this::add);
  }

  private void add(String line) {
    String[] halves = line.split(":", 2);
    String name = halves[0].strip();
    List<String> uses = new ArrayList<>(List.of(halves[1].strip().split("\\s+")));
    uses.removeIf(String::isEmpty);
    for (String used : uses) {
      if (!rows.containsKey(used)) {
        throw new IllegalArgumentException(name + " uses " + used + ", not listed before it");
      }
    }
    if (rows.put(name, Collections.unmodifiableList(uses)) != null) {
      throw new IllegalArgumentException(name + " has two rows");
    }
  }

  /** The row of a package, or empty when the table doesn't have it. */
  Optional<String> rowOf(String packageName) {
    if (!packageName.startsWith(base)) {
      return Optional.empty();
    }
    String name = packageName.substring(base.length());
    if (rows.containsKey(name)) {
      return Optional.of(name);
    }
    return rows.keySet().stream().filter(row -> covers(row, name)).findFirst();
  }

  /** True when a package of row {@code user} may use a package of row {@code used}. */
  boolean allows(String user, String used) {
    return user.equals(used) || rows.get(user).contains(used);
  }

  private static boolean covers(String row, String name) {
    if (!row.endsWith(BELOW)) {
      return false;
    }
    String top = row.substring(0, row.length() - BELOW.length());
    return name.equals(top) || name.startsWith(top + ".");
  }
}
