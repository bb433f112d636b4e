package org.mailroom.directory.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.refusal.CommonReason;

/**
 * One entry of an import.
 *
 * @param place where it stands: a text, or one for others to put in words, such as {@code line 7}
 * @param fields as texts; those that are missing stay as they are
 */
public record ImportRow(Object place, Map<String, String> fields) {

  /** Takes a copy. */
  public ImportRow {
    fields = new LinkedHashMap<>(fields);
  }

  /** The row of a line of a text; the first is 1. */
  public static ImportRow ofLine(long line, Map<String, String> fields) {
    return new ImportRow(CommonReason.LINE.about(line), fields);
  }

  /** Shows no field: there may be passwords among them. */
  @Override
  public String toString() {
    return place.toString();
  }
}
