package org.mailroom.console.overview;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.metrics.history.MetricHistory;
import org.mailroom.metrics.history.Span;

/** The Overview page. Its state is its address: {@code ?span=day}. */
@Named
@ViewScoped
public class OverviewView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient MetricHistory history;
  @Inject private transient Clock clock;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private Span span = Span.HOUR;
  private transient Snapshot snapshot;

  /** What the page shows, read at one moment. */
  private record Snapshot(List<OverviewTile> tiles, List<Chart> charts) {}

  /** Reads everything anew. */
  public void refresh() {
    Locale locale = appearance.getLocale();
    ZoneId zone = ZoneId.systemDefault();
    Instant now = clock.instant();
    Phrases phrases = new Phrases(locale, zone, now);
    snapshot =
        new Snapshot(
            new OverviewTiles(phrases, access::reads)
                .of(history.lastMinute(), history.points(Span.HOUR)),
            new Charts(span, now, history.points(span), phrases, zone, locale).all());
  }

  /** How far back the charts go, as in the address. */
  public String getSpan() {
    return span.key();
  }

  /** Takes that from the address; what is none means an hour. */
  public void setSpan(String key) {
    span =
        Arrays.stream(Span.values())
            .filter(each -> each.key().equals(key))
            .findAny()
            .orElse(Span.HOUR);
  }

  /** How far back they may go. */
  public List<String> getSpans() {
    return Arrays.stream(Span.values()).map(Span::key).toList();
  }

  /** The numbers of the moment. */
  public List<OverviewTile> getTiles() {
    return snapshot().tiles();
  }

  /** The charts. */
  public List<Chart> getCharts() {
    return snapshot().charts();
  }

  private Snapshot snapshot() {
    if (snapshot == null) {
      refresh();
    }
    return snapshot;
  }
}
