package org.mailroom.console.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.console.overview.Chart.Tick;
import org.mailroom.metrics.history.Span;

/** The times below a chart: every ten minutes, three hours or a day, as clocks in the zone show. */
final class ChartTimes {

  private static final int MINUTES = 10;
  private static final int HOURS = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Span span;
  private final ZoneId zone;
  private final DateTimeFormatter day;

  ChartTimes(Span span, ZoneId zone, Locale locale) {
    this.span = span;
    this.zone = zone;
    this.day = DateTimeFormatter.ofLocalizedPattern("EEEd").withLocale(locale);
  }

  List<Tick> ticks(Instant now, ChartPlot plot) {
    ZonedDateTime begin = now.minus(span.length()).atZone(zone);
    List<Tick> ticks = new ArrayList<>();
    ZonedDateTime time = first(begin);
    while (!time.toInstant().isAfter(now)) {
      if (!time.isBefore(begin)) {
        ticks.add(new Tick(plot.x(time.toInstant()), text(time)));
      }
      time = next(time);
    }
    return ticks;
  }

  /** A point's time. */
  String exact(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    return span == Span.WEEK ? day.format(local) + " " + TIME.format(local) : TIME.format(local);
  }

  private ZonedDateTime first(ZonedDateTime begin) {
    return span == Span.HOUR
        ? begin.truncatedTo(ChronoUnit.HOURS)
        : begin.truncatedTo(ChronoUnit.DAYS);
  }

  private ZonedDateTime next(ZonedDateTime time) {
    return switch (span) {
      case HOUR -> time.plusMinutes(MINUTES);
      case DAY -> time.plusHours(HOURS);
      case WEEK -> time.plusDays(1);
    };
  }

  private String text(ZonedDateTime time) {
    return span == Span.WEEK ? day.format(time) : TIME.format(time);
  }
}
