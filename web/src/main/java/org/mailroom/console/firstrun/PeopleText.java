package org.mailroom.console.firstrun;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.ImportRow;

/**
 * People as somebody types or pastes them: CSV with a head, or lines of an address, a name and a
 * password with commas or tabs between, of which the address alone is needed.
 */
final class PeopleText {

  private static final String ADDRESS = "address";
  private static final List<String> FIELDS = List.of(ADDRESS, "name", "password");

  private PeopleText() {}

  /**
   * A row for each of them.
   *
   * @param domain of addresses without one
   */
  static List<ImportRow> rows(String text, String domain) throws DirectoryException, IOException {
    List<ImportRow> rows = new ArrayList<>();
    for (ImportRow row : hasHead(text) ? CsvText.read(new StringReader(text)) : lines(text)) {
      Map<String, String> fields = new LinkedHashMap<>(row.fields());
      fields.computeIfPresent(ADDRESS, (key, value) -> full(value.strip(), domain));
      rows.add(new ImportRow(row.place(), fields));
    }
    return rows;
  }

  private static boolean hasHead(String text) {
    String head = text.stripLeading().lines().findFirst().orElse("").replace("\uFEFF", "");
    return head.toLowerCase(Locale.ROOT).matches("(.*[,;])?\"?\\s*address\\s*\"?([,;].*)?");
  }

  private static List<ImportRow> lines(String text) {
    List<ImportRow> rows = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        rows.add(ImportRow.ofLine(i + 1L, fields(lines[i])));
      }
    }
    return rows;
  }

  /** A comma in a password is one of it. */
  private static Map<String, String> fields(String line) {
    String[] cells = line.split("[,，\\t]", FIELDS.size());
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      fields.put(FIELDS.get(i), cells[i].strip());
    }
    return fields;
  }

  private static String full(String address, String domain) {
    return address.isEmpty() || address.contains("@") ? address : address + "@" + domain;
  }
}
