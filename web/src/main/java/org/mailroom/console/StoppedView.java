package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.hub.Pause;
import org.mailroom.operation.StandingOrders;
import org.mailroom.relay.DestinationGate;

/** What of the whole hub is paused, above every page. Needs no database. */
@Named
@RequestScoped
public class StoppedView {

  @Inject private IntakeGuard intake;
  @Inject private DestinationGate gate;
  @Inject private Access access;
  @Inject private Appearance appearance;
  @Inject private Clock clock;

  /** The pauses, for those who may see them. */
  public List<StoppedLine> getLines() {
    List<StoppedLine> lines = new ArrayList<>();
    if (access.reads("pauses")) {
      intake.paused().ifPresent(pause -> lines.add(line(StandingOrders.INTAKE, pause)));
      gate.relayingPause().ifPresent(pause -> lines.add(line(StandingOrders.RELAY, pause)));
    }
    return lines;
  }

  /** True while the intake, or all relaying, is paused. */
  public boolean has(String subject) {
    return getLines().stream().anyMatch(line -> line.subject().equals(subject));
  }

  private StoppedLine line(String subject, Pause pause) {
    Phrases phrases = appearance.phrases(clock.instant());
    return new StoppedLine(
        subject,
        phrases.text(
            "stopped." + subject, pause.actor(), phrases.age(pause.since()), pause.reason()),
        pause.until().map(end -> phrases.text("stopped.until", phrases.until(end))).orElse(""),
        pause.until().map(phrases::exact).orElse(""));
  }
}
