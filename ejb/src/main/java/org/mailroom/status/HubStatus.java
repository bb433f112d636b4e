package org.mailroom.status;

import java.time.Instant;
import java.util.List;
import org.mailroom.hub.Listeners.ListenerState;
import org.mailroom.queue.view.QueueOverview;

/**
 * How the hub does.
 *
 * @param ready true when every listener is open and the broker answers
 * @param since when the server was started
 * @param queues all counts zero when the broker doesn't answer
 * @param listeners by name
 * @param warnings what needs a person, the most urgent first
 */
public record HubStatus(
    boolean ready,
    Instant since,
    QueueOverview queues,
    List<ListenerState> listeners,
    List<Warning> warnings) {

  /** Keeps its own lists. */
  public HubStatus {
    listeners = List.copyOf(listeners);
    warnings = List.copyOf(warnings);
  }
}
