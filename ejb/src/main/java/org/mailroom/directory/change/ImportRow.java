package org.mailroom.directory.change;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of an import.
 *
 * @param place where it stands, such as {@code line 7}
 * @param fields as texts; those that are missing stay as they are
 */
public record ImportRow(String place, Map<String, String> fields) {

  /** Takes a copy. */
  public ImportRow {
    fields = new LinkedHashMap<>(fields);
  }

  /** Shows no field: there may be passwords among them. */
  @Override
  public String toString() {
    return place;
  }
}
