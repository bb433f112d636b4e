package org.mailroom.console.overview;

import java.util.List;
import java.util.function.Predicate;
import org.mailroom.console.Phrases;
import org.mailroom.metrics.history.Point;

/** The tiles of the page. */
final class OverviewTiles {

  private static final String QUEUE = "queue";
  private static final String TRACES = "traces";
  private static final double ALL = 100;

  private final Phrases phrases;
  private final Predicate<String> mayRead;

  OverviewTiles(Phrases phrases, Predicate<String> mayRead) {
    this.phrases = phrases;
    this.mayRead = mayRead;
  }

  /**
   * All of them.
   *
   * @param minute the last one, with the levels of now
   * @param hour the points of the last hour
   */
  List<OverviewTile> of(Point minute, List<Point> hour) {
    return List.of(
        tile("accepted", "ready", rate(minute, minute.accepted()), TRACES, "/traces.xhtml"),
        tile(
            "delivered",
            "count-delivered",
            rate(minute, minute.out()),
            TRACES,
            "/traces.xhtml?q=status:delivered"),
        tile("queued", "all", phrases.count(minute.queued()), QUEUE, "/queue.xhtml"),
        tile(
            "oldest",
            "delivery",
            minute.queued() == 0
                ? phrases.text("queues.oldest.none")
                : phrases.length(minute.oldest()),
            QUEUE,
            "/queue.xhtml"),
        tile("deferred", "deferred", deferred(hour), QUEUE, "/queue.xhtml?state=deferred"),
        tile(
            "refused",
            "dead",
            phrases.count(hour.stream().mapToLong(Point::refused).sum()),
            "conversations",
            "/live.xhtml"),
        tile(
            "sessions",
            "count-sessions",
            phrases.count(minute.sessions()),
            "sessions",
            "/sessions.xhtml"),
        tile("disk", "count-disk", phrases.percent(minute.disk() * ALL), QUEUE, "/queues.xhtml"));
  }

  /** Of all attempts of the hour. */
  private String deferred(List<Point> hour) {
    long deferred = hour.stream().mapToLong(Point::deferred).sum();
    long all = deferred + hour.stream().mapToLong(point -> point.out() + point.failed()).sum();
    return phrases.percent(all == 0 ? 0 : ALL * deferred / all);
  }

  private String rate(Point minute, long count) {
    return phrases.rate(minute.perMinute(count));
  }

  private OverviewTile tile(
      String key, String style, String number, String resource, String address) {
    return new OverviewTile(key, style, number, mayRead.test(resource) ? address : "");
  }
}
