package org.mailroom.it.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a run sends: for each number, from the seed alone, a mail with its sender, recipients and
 * size.
 *
 * <p>Recipients are {@code n<number>-<index>@d<k>.ledger.test}. A local-part that ends in {@code
 * -busy} is put off by the {@link LedgerSink} once, one that ends in {@code -gone} is refused for
 * good.
 *
 * @param run names the run
 * @param seed of everything that is chosen
 * @param smallest octets of a body
 * @param largest octets of a body; one in a hundred is near it, most are small
 * @param mostRecipients of one mail; most have one
 * @param domains that the recipients are spread over
 * @param busyPercent of the recipients
 * @param gonePercent of the recipients
 */
public record LedgerPlan(
    String run,
    long seed,
    int smallest,
    int largest,
    int mostRecipients,
    int domains,
    int busyPercent,
    int gonePercent) {

  /** Where the senders of a run have their mail, so that its DSNs arrive in the sink. */
  public static final String SENDER_DOMAIN = "sender.test";

  private static final int NULL_PATH_PERCENT = 2;

  /** Bodies of 1 KiB to 5 MiB, 1 to 50 recipients in ten domains, some busy, some gone. */
  public static LedgerPlan mixed(String run, long seed) {
    return new LedgerPlan(run, seed, 1 << 10, 5 << 20, 50, 10, 5, 3);
  }

  /** Mails of one size to one recipient each, all of whom take it. */
  public static LedgerPlan plain(String run, int size) {
    return new LedgerPlan(run, 1, size, size, 1, 1, 0, 0);
  }

  /** The same with bodies of at most so many octets. */
  public LedgerPlan upTo(int octets) {
    return new LedgerPlan(
        run, seed, smallest, octets, mostRecipients, domains, busyPercent, gonePercent);
  }

  /** The domain of this index. */
  public static String domain(int index) {
    return "d" + index + ".ledger.test";
  }

  /** The mail of a number. */
  public LedgerMail mail(int number) {
    Random random = new Random(seed * 1_000_003L + number);
    int size = size(random);
    int count = recipients(random);
    List<String> recipients = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      recipients.add(
          "n" + number + "-" + i + manner(random) + "@" + domain(random.nextInt(domains)));
    }
    boolean nullPath = gonePercent > 0 && random.nextInt(100) < NULL_PATH_PERCENT;
    String from = nullPath ? "" : "ledger@" + SENDER_DOMAIN;
    return new LedgerMail(run, number, from, List.copyOf(recipients), size);
  }

  private String manner(Random random) {
    int percent = random.nextInt(100);
    if (percent < busyPercent) {
      return "-busy";
    }
    return percent < busyPercent + gonePercent ? "-gone" : "";
  }

  private int recipients(Random random) {
    if (mostRecipients == 1) {
      return 1;
    }
    int percent = random.nextInt(100);
    if (percent < 70) {
      return 1;
    }
    return percent < 95
        ? random.nextInt(2, Math.min(6, mostRecipients + 1))
        : random.nextInt(2, mostRecipients + 1);
  }

  /** 70 % up to 8 KiB, 22 % up to 64 KiB, 7 % up to 512 KiB, 1 % up to the largest. */
  private int size(Random random) {
    int percent = random.nextInt(100);
    int kind =
        percent < 70 ? 8 << 10 : percent < 92 ? 64 << 10 : percent < 99 ? 512 << 10 : largest;
    int limit = Math.min(largest, kind);
    return limit <= smallest ? smallest : random.nextInt(smallest, limit + 1);
  }
}
