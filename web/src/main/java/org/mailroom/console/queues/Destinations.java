package org.mailroom.console.queues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueView;
import org.mailroom.queue.view.QueuedFor;
import org.mailroom.relay.DestinationGate;
import org.mailroom.relay.DestinationStatus;

/** Puts together what the gate knows of next hops, and what the queue has for them. */
@RequestScoped
public class Destinations {

  private static final List<String> ATTENTION = List.of("down", "probing", "paused", "full");

  private static final Comparator<DestinationLine> ATTENTION_FIRST =
      Comparator.<DestinationLine>comparingInt(
              line -> ATTENTION.contains(line.style()) ? ATTENTION.indexOf(line.style()) : 9)
          .thenComparing(Comparator.comparingLong(DestinationLine::count).reversed())
          .thenComparing(DestinationLine::name);

  @Inject DestinationGate gate;
  @Inject QueueView queue;
  @Inject Clock clock;
  @Inject Appearance appearance;

  /** Those that need a look first, then those with most mail. */
  List<DestinationLine> all() {
    Map<String, QueuedFor> rest = new HashMap<>();
    queue.destinations().forEach(each -> rest.put(each.nextHop(), each));
    List<DestinationLine> lines = new ArrayList<>();
    for (DestinationStatus hop : gate.snapshot()) {
      lines.add(line(hop, names(hop.nextHop()), rest));
    }
    for (String name : List.copyOf(rest.keySet())) {
      lines.add(line(gate.status(name), Set.of(name), rest));
    }
    return lines.stream().sorted(ATTENTION_FIRST).toList();
  }

  /** One of them, whether it is known or not. */
  DestinationLine one(String name) {
    return all().stream()
        .filter(line -> line.name().equals(name))
        .findAny()
        .orElseGet(() -> line(gate.status(name), Set.of(name), new HashMap<>()));
  }

  private Set<String> names(String hop) {
    Set<String> names = new TreeSet<>(gate.groupsOf(hop));
    names.add(hop);
    return names;
  }

  /** What is counted with one hop isn't with another. */
  private DestinationLine line(
      DestinationStatus hop, Set<String> names, Map<String, QueuedFor> rest) {
    Collection<QueuedFor> queued =
        names.stream().map(rest::remove).filter(Objects::nonNull).toList();
    return DestinationLine.of(
        hop, Waiting.of(names, queued), phrases(), NoticeLanguage.of(appearance.getLocale()));
  }

  /** The answers that mail waits with, those of most mails first. */
  List<ErrorLine> errors(int most) {
    return queue.errors(most).stream()
        .map(it -> ErrorLine.of(it, phrases(), NoticeLanguage.of(appearance.getLocale())))
        .toList();
  }

  Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
