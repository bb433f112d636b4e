package org.mailroom.console.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;

/** The Audit page. Its state is its address: {@code ?actor=ann&from=2026-11-01&before=4711}. */
@Named
@RequestScoped
public class AuditView {

  private static final int ROWS = 50;

  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Appearance appearance;

  private String actor;
  private String action;
  private String subject;
  private String from;
  private String to;
  private String before = "";
  private Found found;

  /** What the page shows; {@code trouble} is the key of a text, or empty. */
  private record Found(List<AuditLine> lines, long next, String trouble) {}

  private Found found() {
    if (found == null) {
      found = read();
    }
    return found;
  }

  private Found read() {
    try {
      long first = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
      List<AuditEntry> entries =
          audit.list(filter().query(ZoneId.systemDefault(), first, ROWS + 1));
      Phrases phrases = appearance.phrases(clock.instant());
      return new Found(
          entries.stream().limit(ROWS).map(entry -> AuditLine.of(entry, phrases)).toList(),
          entries.size() > ROWS ? entries.get(ROWS - 1).id() : 0,
          "");
    } catch (DateTimeException | NumberFormatException e) {
      return new Found(List.of(), 0, "audit.unclear");
    } catch (DatabaseException e) {
      return new Found(List.of(), 0, "audit.unavailable");
    }
  }

  private AuditFilter filter() {
    return new AuditFilter(actor, action, subject, from, to);
  }

  /** The entries of the page. */
  public List<AuditLine> getLines() {
    return found().lines();
  }

  /** What the next page begins behind; 0 when there is none. */
  public long getNext() {
    return found().next();
  }

  /** The key of the text about what went wrong, or empty. */
  public String getTrouble() {
    return found().trouble();
  }

  /** The key of the texts that say why there is no entry. */
  public String getEmptiness() {
    return filter().isEmpty() && before.isEmpty() ? "all" : "filter";
  }

  /** Who, in the address. */
  public String getActor() {
    return filter().actor();
  }

  /** Takes it from the address. */
  public void setActor(String actor) {
    this.actor = actor;
  }

  /** What, in the address. */
  public String getAction() {
    return filter().action();
  }

  /** Takes it from the address. */
  public void setAction(String action) {
    this.action = action;
  }

  /** To what, in the address. */
  public String getSubject() {
    return filter().subject();
  }

  /** Takes it from the address. */
  public void setSubject(String subject) {
    this.subject = subject;
  }

  /** The first day, in the address. */
  public String getFrom() {
    return filter().from();
  }

  /** Takes it from the address. */
  public void setFrom(String from) {
    this.from = from;
  }

  /** The last day, in the address. */
  public String getTo() {
    return filter().to();
  }

  /** Takes it from the address. */
  public void setTo(String to) {
    this.to = to;
  }

  /** The entry that the page begins behind, in the address. */
  public String getBefore() {
    return before;
  }

  /** Takes it from the address. */
  public void setBefore(String before) {
    this.before = before == null ? "" : before;
  }
}
