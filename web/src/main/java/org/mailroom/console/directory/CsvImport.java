package org.mailroom.console.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Field;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Tally;
import org.mailroom.directory.job.DirectoryJobs;

/** An import of CSV: first it is said what it would do, then it is done. */
@Named
@RequestScoped
public class CsvImport {

  @Inject private DirectoryDesk desk;
  @Inject private Appearance appearance;
  @Inject private Clock clock;

  private String csv = "";
  private String reason = "";
  private Tally tally;
  private List<String> problems = List.of();

  /** Says what the import would do. */
  public void check(String plural) throws IOException {
    run(plural, true);
  }

  /** Does it, or has it done when it is long, and goes back to the list. */
  public void apply(String plural) throws IOException {
    run(plural, false);
    if (problems.isEmpty()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      String said =
          tally == null
              ? phrases().text("said.begun")
              : phrases().text("said.imported", tally.added(), tally.changed(), tally.unchanged());
      faces.getExternalContext().getFlash().put("said", said);
      faces.getExternalContext().redirect(plural + ".xhtml");
    }
  }

  private void run(String plural, boolean dryRun) throws IOException {
    EntryKind kind = EntryKind.ofPlural(plural).orElseThrow();
    try {
      List<ImportRow> rows = CsvText.read(new StringReader(csv));
      if (dryRun || rows.size() <= DirectoryJobs.SHORT) {
        tally = desk.importRows(kind, rows, dryRun, reason);
      } else {
        desk.beginImport(kind, rows, reason);
      }
    } catch (DirectoryException e) {
      problems = e.refusals().stream().map(phrases()::text).toList();
    } catch (DatabaseException e) {
      problems = List.of(phrases().text("problems.database"));
    }
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }

  /** The columns that there may be, the first of which there must be. */
  public String columns(String plural) {
    EntryKind kind = EntryKind.ofPlural(plural).orElseThrow();
    return String.join(",", kind.fields().stream().map(Field::name).toList());
  }

  /** What the import would do; null when that is not known yet, or something is wrong. */
  public Tally getTally() {
    return tally;
  }

  /** All that is wrong, with the lines. */
  public List<String> getProblems() {
    return problems;
  }

  /** The text; it stays in the browser and is never sent back. */
  public String getCsv() {
    return "";
  }

  /** Takes the text. */
  public void setCsv(String csv) {
    this.csv = csv == null ? "" : csv;
  }

  /** Why, for the audit. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason. */
  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
