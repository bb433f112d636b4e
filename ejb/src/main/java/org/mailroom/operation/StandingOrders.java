package org.mailroom.operation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.hub.Pause;
import org.mailroom.relay.DestinationGate;
import org.mailroom.relay.HopLimits;
import org.mailroom.settings.Durations;

/**
 * Pauses of the intake, of relaying and of next hops, and limits of next hops: in force until
 * somebody or the time ends them, over any restart.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StandingOrders {

  /** Names the intake of mail. */
  public static final String INTAKE = "intake";

  /** Names all relaying. */
  public static final String RELAY = "relay";

  private static final int LONGEST_HOP = 2000;
  private static final int LONGEST_REASON = 1000;

  @Inject private StandingStore store;
  @Inject private IntakeGuard intake;
  @Inject private DestinationGate gate;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** Puts in force what was in force when the hub ended. Before mail moves. */
  public void restore() {
    store.pauses(clock.instant()).forEach(kept -> pause(kept.subject(), kept.pause()));
    store.limits().forEach(kept -> gate.limit(kept.nextHop(), kept.limits()));
  }

  /** The pauses in force. */
  public List<StandingPause> pauses() {
    return store.pauses(clock.instant());
  }

  /** The limits in force. */
  public List<StandingLimit> limits() {
    return store.limits();
  }

  /**
   * Pauses something, in place of an earlier pause of it.
   *
   * @param subject {@link #INTAKE}, {@link #RELAY} or the key of a next hop
   * @param time empty until somebody resumes it
   * @throws OperationException without a reason, and for what can't be paused
   */
  public Pause pause(String actor, String subject, String reason, Optional<Duration> time)
      throws OperationException {
    check(subject, "pause");
    if (reason.isBlank()) {
      throw new OperationException(OperationReason.PAUSE_REASON.about());
    }
    Pause pause =
        new Pause(
            cut(actor, 200),
            cut(reason, LONGEST_REASON),
            clock.instant(),
            time.map(clock.instant()::plus));
    String until = time.map(d -> "paused for " + Durations.format(d)).orElse("paused");
    audit.done(AuditedAction.of(actor, "pause", subject, reason), 1, until);
    store.keep(subject, pause);
    pause(subject, pause);
    return pause;
  }

  private void pause(String subject, Pause pause) {
    switch (subject) {
      case INTAKE -> intake.pause(pause);
      case RELAY -> gate.pauseRelaying(pause);
      default -> gate.pause(subject, pause);
    }
  }

  /**
   * Ends the pause of something, if there is one.
   *
   * @return false when there was none
   * @throws OperationException for what can't be paused
   */
  public boolean resume(String actor, String subject, String reason) throws OperationException {
    check(subject, "resume");
    boolean paused = pauses().stream().anyMatch(pause -> pause.subject().equals(subject));
    audit.done(
        AuditedAction.of(actor, "resume", subject, reason),
        paused ? 1 : 0,
        paused ? "resumed" : "was not paused");
    store.removePause(subject);
    switch (subject) {
      case INTAKE -> intake.resume();
      case RELAY -> gate.resumeRelaying();
      default -> gate.resume(subject);
    }
    return paused;
  }

  /**
   * Limits a next hop, in place of earlier limits; {@link HopLimits#NONE} ends them.
   *
   * @throws OperationException for what is no next hop
   */
  public void limit(String actor, String nextHop, HopLimits limits, String reason)
      throws OperationException {
    check(nextHop, "limit");
    if (nextHop.equals(INTAKE) || nextHop.equals(RELAY)) {
      throw new OperationException(OperationReason.ONLY_HOPS.about());
    }
    HopLimits before =
        limits().stream()
            .filter(limit -> limit.nextHop().equals(nextHop))
            .map(StandingLimit::limits)
            .findAny()
            .orElse(HopLimits.NONE);
    audit.done(
        AuditedAction.of(actor, "limit", nextHop, reason).from(inWords(before), inWords(limits)),
        1,
        inWords(limits));
    if (limits.equals(HopLimits.NONE)) {
      store.removeLimit(nextHop);
    } else {
      store.keep(
          new StandingLimit(
              nextHop, limits, cut(actor, 200), cut(reason, LONGEST_REASON), clock.instant()));
    }
    gate.limit(nextHop, limits);
  }

  private static void check(String subject, String verb) throws OperationException {
    boolean controls = subject.chars().anyMatch(Character::isISOControl);
    if (subject.isBlank() || controls || subject.length() > LONGEST_HOP) {
      throw new OperationException(OperationReason.NO_SUBJECT.about(verb));
    }
  }

  private static String inWords(HopLimits limits) {
    if (limits.equals(HopLimits.NONE)) {
      return "no limit";
    }
    StringBuilder words = new StringBuilder();
    limits.maxConnections().ifPresent(n -> words.append(n).append(" connections "));
    limits.mailsPerMinute().ifPresent(n -> words.append(n).append(" mails a minute"));
    return words.toString().strip();
  }

  private static String cut(String text, int length) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= length ? clean : clean.substring(0, length);
  }
}
