package org.mailroom.metrics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted since the hub's start, or between two moments.
 *
 * @param accepted mails, each once for all its recipients
 * @param octets of the contents of these mails
 * @param delivered recipients in mailboxes of this hub, and lists that were gone through
 * @param relayed recipients that a next hop has taken
 * @param deferred attempts for a recipient that are made again
 * @param failed recipients that were given up
 * @param refused by what was refused; a kind without any is missing
 */
public record Counts(
    long accepted,
    long octets,
    long delivered,
    long relayed,
    long deferred,
    long failed,
    Map<Refusal, Long> refused) {

  /** Nothing yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, Map.of());

  /** Keeps its own map. */
  public Counts {
    refused = Map.copyOf(refused);
  }

  /** What came since {@code earlier}. */
  public Counts since(Counts earlier) {
    Map<Refusal, Long> more = new EnumMap<>(Refusal.class);
    refused.forEach((why, count) -> more.put(why, count - earlier.refused(why)));
    return new Counts(
        accepted - earlier.accepted,
        octets - earlier.octets,
        delivered - earlier.delivered,
        relayed - earlier.relayed,
        deferred - earlier.deferred,
        failed - earlier.failed,
        more);
  }

  /** How often this was refused. */
  public long refused(Refusal why) {
    return refused.getOrDefault(why, 0L);
  }

  /** How often mail was refused, mistakes in the dialogue aside. */
  public long refusedMail() {
    long sum = 0;
    for (Map.Entry<Refusal, Long> each : refused.entrySet()) {
      sum += each.getKey().isOfMail() ? each.getValue() : 0;
    }
    return sum;
  }
}
