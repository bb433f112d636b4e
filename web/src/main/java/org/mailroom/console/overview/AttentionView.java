package org.mailroom.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.HealthView;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueView;
import org.mailroom.relay.DestinationGate;

/** What needs a person: the hub's warnings, next hops that take no mail, mail that is held long. */
@Named
@RequestScoped
public class AttentionView {

  @Inject private HealthView health;
  @Inject private DestinationGate gate;
  @Inject private QueueView queue;
  @Inject private Access access;
  @Inject private Appearance appearance;
  @Inject private Clock clock;
  private List<AttentionLine> lines;

  /** The most urgent first. */
  public List<AttentionLine> getLines() {
    if (lines == null) {
      lines = read();
    }
    return lines;
  }

  private List<AttentionLine> read() {
    Phrases phrases = appearance.phrases(clock.instant());
    Attention attention = new Attention(phrases, NoticeLanguage.of(appearance.getLocale()));
    List<AttentionLine> found = new ArrayList<>();
    health.status().warnings().forEach(warning -> found.add(attention.of(warning)));
    if (access.reads("pauses")) {
      gate.relayingPause().ifPresent(pause -> found.add(attention.relaying(pause)));
    }
    if (access.reads("destinations")) {
      gate.snapshot().forEach(hop -> attention.of(hop).ifPresent(found::add));
    }
    if (access.reads("queue")) {
      attention.held(queue, clock.instant()).ifPresent(found::add);
    }
    return found.stream().sorted(Comparator.comparing(AttentionLine::level)).toList();
  }
}
