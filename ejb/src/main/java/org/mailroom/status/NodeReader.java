package org.mailroom.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.guard.RelayGuard;
import org.mailroom.relay.DestinationGate;
import org.mailroom.settings.Settings;
import org.mailroom.status.Node.Intake;
import org.mailroom.status.Node.Relaying;

/** Reads what this hub has to tell of itself. */
@Singleton
public class NodeReader {

  private final HubStatusReader status;
  private final IntakeGuard intake;
  private final RelayGuard relay;
  private final DestinationGate gate;
  private final Settings settings;
  private final Version version;
  private final Clock clock;

  /** Asks these. */
  @Inject
  public NodeReader(
      HubStatusReader status,
      IntakeGuard intake,
      RelayGuard relay,
      DestinationGate gate,
      Settings settings,
      Version version,
      Clock clock) {
    this.status = status;
    this.intake = intake;
    this.relay = relay;
    this.gate = gate;
    this.settings = settings;
    this.version = version;
    this.clock = clock;
  }

  /** How it is now. */
  Node read() {
    HubStatus now = status.read();
    return new Node(
        settings.hostname().text(),
        version.text(),
        now.since(),
        intake(now.ready()),
        relaying(),
        clock.instant());
  }

  private Intake intake(boolean ready) {
    if (intake.paused().isPresent()) {
      return Intake.PAUSED;
    }
    boolean closed = intake.refuseConnection().isPresent() || intake.refuseMail(true).isPresent();
    if (!ready || closed) {
      return Intake.CLOSED;
    }
    return intake.refuseMail(false).isPresent() ? Intake.TRUSTED : Intake.OPEN;
  }

  private Relaying relaying() {
    if (gate.relayingPause().isPresent()) {
      return Relaying.PAUSED;
    }
    return relay.relayingAllowed() ? Relaying.RUNNING : Relaying.STOPPED;
  }
}
