package org.mailroom.console.accounts;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Tally;
import org.mailroom.directory.job.DirectoryJobs;

/** Lets many accounts in, or keeps them out: first it is asked, with how many and whom. */
@Named
@ViewScoped
public class AccountBulkView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SAMPLE = 5;
  private static final String[] NONE = {""};

  @Inject private AccountsView accounts;
  @Inject private DirectoryDesk desk;

  private ArrayList<String> chosen = new ArrayList<>();
  private boolean enabling;
  private String reason = "";

  /** Notes the accounts that are ticked, or all that are looked for, and asks. */
  public void ask(boolean enable) {
    Map<String, String[]> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    enabling = enable;
    chosen =
        Boolean.parseBoolean(parameters.getOrDefault("every", NONE)[0])
            ? new ArrayList<>(
                accounts.all().stream().map(account -> account.address().toString()).toList())
            : new ArrayList<>(List.of(parameters.getOrDefault("pick", new String[0])));
  }

  /** Forgets them. */
  public void cancel() {
    chosen.clear();
  }

  /** Does it with all of them. */
  public void apply() throws IOException {
    accounts.attempt(
        () -> {
          List<ImportRow> rows =
              chosen.stream()
                  .map(
                      address ->
                          new ImportRow(
                              address,
                              Map.of("address", address, "enabled", Boolean.toString(enabling))))
                  .toList();
          if (rows.size() > DirectoryJobs.SHORT) {
            desk.beginEnabling(rows, enabling, reason);
            accounts.say("said.begun");
          } else {
            Tally tally = desk.setAll(EntryKind.ACCOUNT, rows, reason);
            accounts.say(
                enabling ? "said.allEnabled" : "said.allDisabled",
                tally.changed(),
                tally.unchanged());
          }
          accounts.leave(accounts.list());
        });
  }

  /** True while it is asked. */
  public boolean isAsking() {
    return !chosen.isEmpty();
  }

  /** True when they would be let in. */
  public boolean isEnabling() {
    return enabling;
  }

  /** How many they are. */
  public int getCount() {
    return chosen.size();
  }

  /** What the button does. */
  public String getLabel() {
    String key = enabling ? "accounts.bulk.enable.do" : "accounts.bulk.disable.do";
    return accounts.phrases().text(key, chosen.size());
  }

  /** The first of them. */
  public List<String> getSample() {
    return chosen.subList(0, Math.min(SAMPLE, chosen.size()));
  }

  /** How many more there are than the sample has. */
  public int getOthers() {
    return Math.max(0, chosen.size() - SAMPLE);
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
