package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.console.accounts.ShownOnce;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.console.directory.GeneratedPassword;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Tally;
import org.mailroom.refusal.CommonReason;

/** The third step: the people. Whoever is new and has no password gets one, shown once. */
@Named
@RequestScoped
public class FirstPeopleView {

  /** Hashing a password takes a while, on purpose; for more there is the import of accounts. */
  static final int MOST = 200;

  @Inject private DirectoryDesk desk;
  @Inject private FirstFacts facts;
  @Inject private StepDeeds deeds;

  private String text = "";
  private Tally tally;
  private boolean done;
  private final List<ShownOnce> secrets = new ArrayList<>();

  /** Says what adding them would do. */
  public void check() throws IOException {
    deeds.attempt(() -> tally = desk.importRows(EntryKind.ACCOUNT, rows(), true, StepDeeds.REASON));
  }

  /** Adds them. */
  public void add() throws IOException {
    deeds.attempt(
        () -> {
          List<ShownOnce> made = new ArrayList<>();
          List<ImportRow> rows = rows().stream().map(row -> withPassword(row, made)).toList();
          tally = desk.importRows(EntryKind.ACCOUNT, rows, false, StepDeeds.REASON);
          secrets.addAll(made);
          text = "";
          done = true;
        });
  }

  private List<ImportRow> rows() throws DirectoryException, IOException {
    List<ImportRow> rows = PeopleText.rows(text, facts.domain());
    if (rows.isEmpty() || rows.size() > MOST) {
      throw DirectoryException.of(
          DirectoryException.Why.UNSOUND,
          CommonReason.IN_WORDS.about(
              deeds
                  .phrases()
                  .text(rows.isEmpty() ? "firstrun.people.none" : "firstrun.people.many")));
    }
    return rows;
  }

  /** Nobody who is there already gets another password. */
  private ImportRow withPassword(ImportRow row, List<ShownOnce> made) {
    Map<String, String> fields = new LinkedHashMap<>(row.fields());
    String address = fields.getOrDefault("address", "");
    if (!fields.getOrDefault("password", "").isEmpty()
        || desk.find(EntryKind.ACCOUNT, address).isPresent()) {
      return row;
    }
    ShownOnce secret = new ShownOnce(address, GeneratedPassword.next());
    made.add(secret);
    fields.put("password", secret.password());
    return new ImportRow(row.place(), fields);
  }

  /** What adding them would do, or has done; null when that is not known. */
  public Tally getTally() {
    return tally;
  }

  /** True when they were added just now. */
  public boolean isDone() {
    return done;
  }

  /** The passwords that were made, this once. */
  public List<ShownOnce> getSecrets() {
    return secrets;
  }

  /** Behind the {@code @} of an address that has none. */
  public String getDomain() {
    return facts.domain();
  }

  /** What was typed, until it is done. */
  public String getText() {
    return text;
  }

  /** Takes the text. */
  public void setText(String text) {
    this.text = text == null ? "" : text;
  }
}
