package org.mailroom.console.traces;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines of a page after another look: those that were there, as they are now.
 *
 * @param news how many have come before the first of them
 */
record Refreshed(List<TraceLine> lines, int news) {

  static Refreshed of(List<TraceLine> shown, List<TraceLine> now) {
    Map<String, TraceLine> byPlace =
        now.stream()
            .collect(Collectors.toMap(TraceLine::place, Function.identity(), (one, two) -> one));
    String first = shown.getFirst().place();
    long news = now.stream().filter(line -> line.place().compareTo(first) > 0).count();
    return new Refreshed(
        shown.stream().map(line -> byPlace.getOrDefault(line.place(), line)).toList(), (int) news);
  }
}
