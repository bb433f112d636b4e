package org.mailroom.it.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Sent;

/**
 * The figures of one run.
 *
 * @param run its name
 * @param kills of the hub
 * @param sent mails whose content was sent
 * @param acknowledged mails answered 2yz
 * @param refused mails answered 4yz or 5yz
 * @param unknown mails whose connection was lost
 * @param owed recipients of the acknowledged mails
 * @param delivered of them, at least once
 * @param reported of them, as failed
 * @param dropped of them, refused by the next hop and from the null reverse-path: nobody to tell
 * @param queued of them, still
 * @param lost of them: none of all that
 * @param duplicated recipients, of whatever mail, who got more than one copy
 */
public record Account(
    String run,
    int kills,
    int sent,
    int acknowledged,
    int refused,
    int unknown,
    int owed,
    int delivered,
    int reported,
    int dropped,
    int queued,
    int lost,
    int duplicated) {

  private static final String ROW = "%-24s %5s %7s %7s %7s %7s %8s %9s %8s %7s %7s %5s %6s";

  static Account of(Ledger ledger) {
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (Sent one : ledger.sent().values()) {
      if (one.answer() == Answer.TAKEN) {
        for (String recipient : one.mail().recipients()) {
          fates.merge(Fate.of(ledger, one.mail(), recipient), 1, Integer::sum);
        }
      }
    }
    return new Account(
        ledger.plan().run(),
        ledger.kills().size(),
        ledger.sent().size(),
        ledger.answered(Answer.TAKEN).size(),
        ledger.answered(Answer.REFUSED).size(),
        ledger.answered(Answer.UNKNOWN).size() + ledger.answered(Answer.UNFINISHED).size(),
        fates.values().stream().mapToInt(Integer::intValue).sum(),
        fates.getOrDefault(Fate.DELIVERED, 0),
        fates.getOrDefault(Fate.REPORTED, 0),
        fates.getOrDefault(Fate.DROPPED, 0),
        fates.getOrDefault(Fate.QUEUED, 0),
        fates.getOrDefault(Fate.LOST, 0),
        (int) ledger.heardOf().stream().filter(who -> ledger.arrivals(who).size() > 1).count());
  }

  /** A table with a row for each run. */
  public static String table(List<Account> accounts) {
    StringBuilder table =
        new StringBuilder(
            ROW.formatted(
                "run",
                "kills",
                "mails",
                "acked",
                "refused",
                "unknown",
                "rcpts",
                "delivered",
                "reported",
                "dropped",
                "queued",
                "lost",
                "twice"));
    for (Account a : accounts) {
      table
          .append(System.lineSeparator())
          .append(
              ROW.formatted(
                  a.run,
                  a.kills,
                  a.sent,
                  a.acknowledged,
                  a.refused,
                  a.unknown,
                  a.owed,
                  a.delivered,
                  a.reported,
                  a.dropped,
                  a.queued,
                  a.lost,
                  a.duplicated));
    }
    return table.toString();
  }
}
