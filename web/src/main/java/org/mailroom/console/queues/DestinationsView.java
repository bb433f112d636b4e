package org.mailroom.console.queues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueView;
import org.mailroom.relay.DestinationGate;

/** The next hops that were used lately, beside the queue. */
@Named
@RequestScoped
public class DestinationsView {

  @Inject private DestinationGate gate;
  @Inject private QueueView queue;
  @Inject private Clock clock;
  @Inject private Appearance appearance;
  private List<DestinationLine> lines;

  /** Those that need a look first, then by name. */
  public List<DestinationLine> getLines() {
    if (lines == null) {
      Phrases phrases =
          new Phrases(appearance.getLocale(), ZoneId.systemDefault(), clock.instant());
      NoticeLanguage language = NoticeLanguage.of(appearance.getLocale());
      Map<String, Long> waiting = waiting();
      lines =
          gate.snapshot().stream()
              .map(
                  hop ->
                      DestinationLine.of(
                          hop, waiting.getOrDefault(hop.nextHop(), 0L), phrases, language))
              .sorted(Comparator.comparing(DestinationLine::state))
              .toList();
    }
    return lines;
  }

  /** Reads them anew. */
  public void refresh() {
    lines = null;
  }

  private Map<String, Long> waiting() {
    try {
      return queue.waitingFor();
    } catch (BrokerUnavailableException e) {
      return Map.of();
    }
  }
}
