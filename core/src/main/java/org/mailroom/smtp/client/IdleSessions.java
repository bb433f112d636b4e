package org.mailroom.smtp.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Sessions that wait for their next mail, by peer. Safe for any number of threads. */
final class IdleSessions {

  private static final Duration MAX_IDLE = Duration.ofSeconds(5);
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private record Idle(SmtpClientSession session, long since) {}

  private final LongSupplier nanoTime;
  private final Map<SmtpPeer, Deque<Idle>> waiting = new ConcurrentHashMap<>();

  IdleSessions(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void put(SmtpPeer peer, SmtpClientSession session) {
    Idle idle = new Idle(session, nanoTime.getAsLong());
    waiting.compute(
        peer,
        (key, sessions) -> {
          Deque<Idle> all = sessions == null ? new ArrayDeque<>() : sessions;
          all.addLast(idle);
          return all;
        });
  }

  /** The session used last, which is the likeliest to be alive; null when there is none. */
  SmtpClientSession take(SmtpPeer peer) {
    Idle[] taken = new Idle[1];
    waiting.computeIfPresent(
        peer,
        (key, sessions) -> {
          taken[0] = sessions.pollLast();
          return sessions;
        });
    return taken[0] == null ? null : taken[0].session();
  }

  /** Removes and returns those that waited for too long, or are too old to be used again. */
  List<SmtpClientSession> takeExpired() {
    return takeFromAll(MAX_IDLE);
  }

  /** The same, for one peer. */
  List<SmtpClientSession> takeExpired(SmtpPeer peer) {
    List<SmtpClientSession> taken = new ArrayList<>(0);
    takeInto(taken, peer, MAX_IDLE);
    return taken;
  }

  /** Removes and returns all. */
  List<SmtpClientSession> takeAll() {
    return takeFromAll(Duration.ZERO);
  }

  static boolean isTooOld(SmtpClientSession session) {
    return session.age().compareTo(MAX_AGE) > 0;
  }

  private List<SmtpClientSession> takeFromAll(Duration idleFor) {
    List<SmtpClientSession> taken = new ArrayList<>();
    for (SmtpPeer peer : List.copyOf(waiting.keySet())) {
      takeInto(taken, peer, idleFor);
    }
    return taken;
  }

  private void takeInto(List<SmtpClientSession> taken, SmtpPeer peer, Duration idleFor) {
    waiting.computeIfPresent(
        peer,
        (key, sessions) -> {
          sessions.removeIf(idle -> hasWaited(idle, idleFor) && taken.add(idle.session()));
          return sessions.isEmpty() ? null : sessions;
        });
  }

  private boolean hasWaited(Idle idle, Duration time) {
    return nanoTime.getAsLong() - idle.since() >= time.toNanos() || isTooOld(idle.session());
  }
}
