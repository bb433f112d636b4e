package org.mailroom.directory.change;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Refusal;

/** Entries as CSV (RFC 4180): a header with the names of the fields, then a line for each entry. */
public final class CsvText {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private CsvText() {}

  /** Writes entries, without their secrets. */
  public static String write(EntryKind kind, List<? extends DirectoryEntry> entries) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(
          kind.fields().stream()
              .filter(field -> field.type() != Field.Type.SECRET)
              .map(Field::name)
              .toList());
      for (DirectoryEntry entry : entries) {
        printer.printRecord(kind.write(entry).values());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Text takes all that is written", e);
    }
    return text.toString();
  }

  /**
   * Reads entries; an empty cell is the default.
   *
   * @throws DirectoryException with all lines that can't be read
   * @throws IOException when the reader fails
   */
  public static List<ImportRow> read(Reader reader) throws DirectoryException, IOException {
    List<ImportRow> rows = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> names = List.of();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        boolean empty = record.size() == 1 && record.get(0).isBlank();
        if (names.isEmpty()) {
          names = header(record);
        } else if (empty) {
          line = parser.getCurrentLineNumber() + 1;
          continue;
        } else if (record.size() != names.size()) {
          wrong.add(at(line, DirectoryReason.CELLS.about(record.size(), names.size())));
        } else {
          rows.add(ImportRow.ofLine(line, cells(names, record)));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      wrong.add(at(line, DirectoryReason.CSV_QUOTE.about()));
    }
    if (!wrong.isEmpty()) {
      throw new DirectoryException(Why.UNSOUND, wrong);
    }
    return rows;
  }

  private static List<String> header(CSVRecord record) throws DirectoryException {
    List<String> names = record.stream().map(CsvText::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw DirectoryException.of(Why.UNSOUND, at(1, DirectoryReason.FIELD_TWICE.about()));
    }
    return names;
  }

  private static Refusal at(long line, Refusal refusal) {
    return CommonReason.AT.about(CommonReason.LINE.about(line), refusal);
  }

  /** Some programs begin their files with a byte order mark. */
  private static String name(String cell) {
    return cell.replace("\uFEFF", "").strip();
  }

  private static Map<String, String> cells(List<String> names, CSVRecord record) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), record.get(i));
    }
    return fields;
  }
}
