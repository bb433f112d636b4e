package org.mailroom.console.traces;

import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.tracking.store.TraceRow;
import org.mailroom.tracking.store.TraceStep;

/** Traces as CSV (RFC 4180). A spreadsheet takes no text of a stranger for a formula. */
final class Csv {

  /** With the mark by which spreadsheets know UTF-8. */
  static final String HEADER =
      "\uFEFFid,accepted,from,to,subject,bytes,outcome,time,attempt,next_hop,status,answer\r\n";

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  static String line(TraceRow row) {
    return List.of(
                row.id().text(),
                row.accepted().toString(),
                row.sender(),
                row.recipient(),
                row.subject(),
                Long.toString(row.bytes()),
                TraceLine.outcome(row),
                row.last().map(step -> step.happened().toString()).orElse(""),
                row.last().map(step -> Integer.toString(step.attempt())).orElse(""),
                row.last().map(TraceStep::nextHop).orElse(""),
                row.last().map(TraceStep::status).orElse(""),
                row.last().map(TraceStep::words).orElse(""))
            .stream()
            .map(Csv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
