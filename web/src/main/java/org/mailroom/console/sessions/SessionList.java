package org.mailroom.console.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.console.Phrases;

/**
 * The sessions of one moment, and which of them are asked for.
 *
 * @param all of the hub
 * @param listener by its name, or empty for all
 * @param query a piece of a user or client, or empty
 * @param phrases of the reader
 */
record SessionList(List<SessionLine> all, String listener, String query, Phrases phrases) {

  /** Lines of a page. */
  static final int MOST = 500;

  /** The listeners with their counts; all sessions stand before them. */
  List<ListenerTile> tiles() {
    List<ListenerTile> tiles = new ArrayList<>();
    tiles.add(new ListenerTile("", phrases.count(all.size()), listener.isEmpty()));
    all.stream()
        .collect(Collectors.groupingBy(SessionLine::listener, TreeMap::new, Collectors.counting()))
        .forEach(
            (name, count) ->
                tiles.add(new ListenerTile(name, phrases.count(count), name.equals(listener))));
    return tiles;
  }

  /** Those that are asked for, as many as a page has. */
  List<SessionLine> lines() {
    return wanted().limit(MOST).toList();
  }

  /** How many more there are, in words, or empty. */
  String more() {
    long more = wanted().count() - MOST;
    return more > 0 ? phrases.text("sessions.more", phrases.count(more)) : "";
  }

  private Stream<SessionLine> wanted() {
    Optional<String> at = listener.isEmpty() ? Optional.empty() : Optional.of(listener);
    return all.stream().filter(line -> line.fits(at, query.strip()));
  }
}
