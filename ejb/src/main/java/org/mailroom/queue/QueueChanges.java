package org.mailroom.queue;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes that operators want of queued parts. Whoever takes a part from the queue looks here
 * before an attempt, and again after it: so a part in an attempt gets its change with the outcome.
 * In memory: a change that a crash overtakes is not made.
 */
@Singleton
public class QueueChanges {

  private final Map<String, PartChange> changes = new ConcurrentHashMap<>();

  /**
   * Wants a change of the part with this key.
   *
   * @return false when another change of it is under way
   */
  public boolean want(String key, PartChange change) {
    return changes.putIfAbsent(key, change) == null;
  }

  /** The change that is wanted of the part, once: the caller makes it. */
  public Optional<PartChange> take(String key) {
    return changes.isEmpty() ? Optional.empty() : Optional.ofNullable(changes.remove(key));
  }

  /**
   * Wants it no more.
   *
   * @return false when somebody has taken it
   */
  public boolean cancel(String key, PartChange change) {
    return changes.remove(key, change);
  }
}
