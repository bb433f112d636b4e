package org.mailroom.guard;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.guard.Shortage.Kind;
import org.mailroom.hub.Pause;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.SmtpReply;

/**
 * Whether mail is taken. Sessions ask, and get the result of the last look; {@link GuardWatch} has
 * it look every second.
 */
@Singleton
public class IntakeGuard {

  private static final Logger LOG = System.getLogger(IntakeGuard.class.getName());

  private static final double HEAP_MARGIN = 0.05;
  private static final double PARTS_OPEN = 0.98;

  /** While clients are refused nothing else may cause a collection, and memory stay short. */
  private static final Duration COLLECTION_INTERVAL = Duration.ofSeconds(30);

  private final Gauges gauges;
  private final Settings.Shortage limits;
  private final Clock clock;
  private final Map<Path, DiskLevels> disks = new HashMap<>();
  private final Threshold heap;
  private final Threshold parts;
  private Instant lastCollection = Instant.MIN;
  private volatile Optional<Pause> pause = Optional.empty();
  private volatile IntakeState state = IntakeState.OPEN;

  /** Guards this hub. */
  @Inject
  IntakeGuard(Gauges gauges, Settings settings, Clock clock) {
    this.gauges = gauges;
    this.limits = settings.shortage();
    this.clock = clock;
    double heapFull = limits.heapFull() / 100.0;
    this.parts = new Threshold(1, PARTS_OPEN);
    this.heap = new Threshold(heapFull, Math.max(0, heapFull - HEAP_MARGIN));
  }

  /** What a new connection is refused with; empty when it is not. */
  public Optional<SmtpReply> refuseConnection() {
    return state.connection();
  }

  /**
   * What a mail is refused with before its content comes; empty when it is not.
   *
   * @param trusted whether its client may relay anywhere
   */
  public Optional<SmtpReply> refuseMail(boolean trusted) {
    return trusted ? state.mail() : state.strangersMail();
  }

  /** True when sessions had better take less memory. */
  public boolean isMemoryShort() {
    return state.has(Kind.MEMORY_SHORT);
  }

  /** True when the disk has no room even for what becomes of queued mail. */
  boolean isDiskExhausted() {
    return state.has(Kind.DISK_EXHAUSTED);
  }

  /** What there is too little of, the most urgent first. */
  public List<Shortage> shortages() {
    return state.shortages();
  }

  /**
   * Takes no mail until the pause ends or {@link #resume} is called; in place of a pause before.
   */
  public void pause(Pause newPause) {
    pause = Optional.of(newPause);
    look();
  }

  /** Ends the pause, if there is one. */
  public void resume() {
    pause = Optional.empty();
    look();
  }

  /** The pause that holds now. */
  public Optional<Pause> paused() {
    return pause.filter(p -> p.holdsAt(clock.instant()));
  }

  /** Measures, and decides anew. */
  @PostConstruct
  synchronized void look() {
    Map<Kind, String> found = new EnumMap<>(Kind.class);
    if (!gauges.brokerRuns()) {
      found.put(Kind.BROKER_STOPPED, "see the server's log");
    }
    lookAtDisks(found);
    lookAtHeap(found);
    lookAtParts(found);
    lookAtPause(found);
    IntakeState before = state;
    Instant now = clock.instant();
    List<Shortage> shortages = new ArrayList<>();
    found.forEach(
        (kind, detail) -> shortages.add(new Shortage(kind, detail, since(kind, before, now))));
    state = IntakeState.of(shortages);
    logChange(before, state);
  }

  private void lookAtDisks(Map<Kind, String> found) {
    Optional<Kind> worst = Optional.empty();
    for (Map.Entry<Path, DiskUse> disk : gauges.disks().entrySet()) {
      DiskLevels levels = disks.computeIfAbsent(disk.getKey(), d -> new DiskLevels(limits));
      Optional<Kind> level = levels.at(disk.getValue());
      if (level.isPresent() && (worst.isEmpty() || level.get().compareTo(worst.get()) < 0)) {
        worst.ifPresent(found::remove);
        found.put(level.get(), disk.getValue().inWords());
        worst = level;
      }
    }
  }

  private void lookAtHeap(Map<Kind, String> found) {
    if (heap.isClosedAt(gauges.heap())) {
      found.put(Kind.MEMORY_SHORT, gauges.heapInWords());
      Instant now = clock.instant();
      if (now.isAfter(lastCollection.plus(COLLECTION_INTERVAL))) {
        lastCollection = now;
        gauges.collectGarbage();
      }
    }
  }

  private void lookAtParts(Map<Kind, String> found) {
    long most = gauges.mostParts();
    if (parts.isClosedAt((double) gauges.parts() / most)) {
      found.put(Kind.QUEUE_FULL, gauges.parts() + " of at most " + most);
    }
  }

  private void lookAtPause(Map<Kind, String> found) {
    pause = pause.filter(p -> p.holdsAt(clock.instant()));
    pause.ifPresent(p -> found.put(Kind.INTAKE_PAUSED, p.reason() + ", " + p.actor()));
  }

  private Instant since(Kind kind, IntakeState before, Instant now) {
    if (kind == Kind.INTAKE_PAUSED) {
      return pause.map(Pause::since).orElse(now);
    }
    return before.shortages().stream()
        .filter(shortage -> shortage.kind() == kind)
        .map(Shortage::since)
        .findAny()
        .orElse(now);
  }

  /** A line for each state that begins or ends, however many mails it refuses. */
  private static void logChange(IntakeState before, IntakeState after) {
    for (Shortage shortage : after.shortages()) {
      if (!before.has(shortage.kind())) {
        LOG.log(Level.WARNING, shortage.kind().meaning() + " (" + shortage.detail() + ")");
      }
    }
    for (Shortage shortage : before.shortages()) {
      if (!after.has(shortage.kind())) {
        LOG.log(Level.INFO, "No longer: " + shortage.kind().meaning());
      }
    }
  }
}
