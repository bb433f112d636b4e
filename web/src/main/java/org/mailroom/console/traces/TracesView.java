package org.mailroom.console.traces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.console.reading.ReadingAudit;
import org.mailroom.console.reading.Subjects;
import org.mailroom.database.DatabaseException;
import org.mailroom.refusal.Refusal;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceQuery;

/** The Trace page. Its state is its address: {@code ?q=from:ann@corp.test&after=PLACE}. */
@Named
@ViewScoped
public class TracesView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(TracesView.class.getName());
  private static final int ROWS = 50;

  @Inject TraceFinder finder;
  @Inject ReadingAudit audit;
  @Inject Access access;
  @Inject Appearance appearance;
  @Inject transient Clock clock;

  private String q = "";
  private String after = "";
  private transient Found found;

  /** What was found, or why nothing was. */
  private record Found(List<TraceLine> lines, String next, String span, String mistake, int news) {

    static Found mistake(String words) {
      return new Found(List.of(), "", "", words, 0);
    }
  }

  private Found found() {
    if (found == null) {
      found = access.reads(Subjects.TRACES) ? search() : Found.mistake("");
    }
    return found;
  }

  private Found search() {
    Phrases phrases = phrases();
    try {
      TraceQuestion question = question();
      TracePage page = finder.page(question, after, ROWS);
      audit.reads(access.actor(), ReadingAudit.SUBJECTS, "traces " + q, page.rows().size());
      String span = question.span().map(it -> "traces.span." + it.toHours()).orElse("");
      return new Found(
          page.rows().stream().map(row -> TraceLine.of(row, phrases)).toList(),
          page.next(),
          span.isEmpty() ? "" : phrases.text(span),
          "",
          0);
    } catch (MistakenSearchException e) {
      return Found.mistake(phrases.text("traces.mistake." + e.kind(), e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Found.mistake(phrases.text("traces.mistake.value", phrases.text(Refusal.by(e))));
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "Traces can't be read: " + e.getMessage());
      return Found.mistake(phrases.text("traces.mistake.database"));
    }
  }

  /** Brings the rows up to date; what is new stays aside. */
  public void refresh() {
    Found before = found();
    if (before.lines().isEmpty()) {
      found = null;
      return;
    }
    try {
      String place = after;
      int size = place.isEmpty() ? TraceQuery.MAX_PAGE : ROWS;
      List<TraceLine> now =
          finder.page(question(), place, size).rows().stream()
              .map(row -> TraceLine.of(row, phrases()))
              .toList();
      Refreshed refreshed = Refreshed.of(before.lines(), now);
      found = new Found(refreshed.lines(), before.next(), before.span(), "", refreshed.news());
    } catch (MistakenSearchException | DatabaseException e) {
      LOG.log(Level.DEBUG, "Traces stay as they are: " + e.getMessage());
    }
  }

  private TraceQuestion question() throws MistakenSearchException {
    return TraceBox.read(q, clock.instant(), ZoneId.systemDefault());
  }

  private Phrases phrases() {
    Instant now = clock.instant();
    return appearance.phrases(now);
  }

  /** The search in the address. */
  public String getQ() {
    return q;
  }

  /** Takes the search from the address. */
  public void setQ(String q) {
    this.q = q == null ? "" : q.strip();
  }

  /** Where the page before ended. */
  public String getAfter() {
    return after;
  }

  /** Takes the place from the address. */
  public void setAfter(String after) {
    this.after = after == null ? "" : after;
  }

  /** The mails of the page. */
  public List<TraceLine> getLines() {
    return found().lines();
  }

  /** How far back it looks, in words; empty when somebody said it. */
  public String getSpan() {
    return found().span();
  }

  /** Why there is nothing, or empty. */
  public String getMistake() {
    return found().mistake();
  }

  /** Mails and recipients that have come since. */
  public int getNews() {
    return found().news();
  }

  /** The address of the next page, or empty. */
  public String getNext() {
    String next = found().next();
    return next.isEmpty() ? "" : PageLink.to("traces", "q", q, "after", next);
  }

  /** The address of the first page. */
  public String getFirst() {
    return PageLink.to("traces", "q", q);
  }
}
