package org.mailroom.console.traces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.mailroom.console.Access;
import org.mailroom.console.reading.ReadingAudit;
import org.mailroom.console.reading.Subjects;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceQuery;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** What a search finds, as a file for a spreadsheet. */
@Named
@RequestScoped
public class CsvView {

  private static final int MOST = 20_000;

  @Inject TraceFinder finder;
  @Inject ReadingAudit audit;
  @Inject Access access;
  @Inject Clock clock;

  /** The file of a search that was shown. */
  public StreamedContent file(String q) throws MistakenSearchException {
    if (!access.reads(Subjects.TRACES)) {
      access.requireChange(Subjects.TRACES);
    }
    TraceQuestion question = TraceBox.read(q, clock.instant(), ZoneId.systemDefault());
    audit.reads(access.actor(), ReadingAudit.SUBJECTS, "traces as a file " + q, 0);
    return DefaultStreamedContent.builder()
        .name("traces.csv")
        .contentType("text/csv; charset=utf-8")
        .writer(out -> write(question, out))
        .build();
  }

  private void write(TraceQuestion question, OutputStream out) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write(Csv.HEADER);
      String after = "";
      int rows = 0;
      do {
        TracePage page = finder.page(question, after, TraceQuery.MAX_PAGE);
        for (var row : page.rows()) {
          writer.write(Csv.line(row));
        }
        rows += TraceQuery.MAX_PAGE;
        after = page.next();
      } while (!after.isEmpty() && rows < MOST);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
