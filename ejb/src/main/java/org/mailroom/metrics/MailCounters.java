package org.mailroom.metrics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.smtp.SmtpReply;

/** Counts mail. Any thread may tell it anything at any time: that takes some nanoseconds. */
@Singleton
public class MailCounters {

  private final LongAdder accepted = new LongAdder();
  private final LongAdder octets = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder relayed = new LongAdder();
  private final LongAdder deferred = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

  /** Counters at zero. */
  @Inject
  public MailCounters() {
    // Never changed after this, and so read by any thread.
    for (Refusal why : Refusal.values()) {
      refused.put(why, new LongAdder());
    }
  }

  /** A mail of this size is in the queue. */
  public void accepted(long size) {
    accepted.increment();
    octets.add(size);
  }

  /** An attempt ended for a recipient, or a person ended it. What a next hop says is relayed. */
  public void ended(RecipientOutcome outcome) {
    switch (outcome) {
      case Delivered to -> (to.diagnosis().isReply() ? relayed : delivered).increment();
      case Deferred later -> deferred.increment();
      case Failed never -> failed.increment();
      case Expanded others -> {
        // The others count.
      }
    }
  }

  /** A client was told no. */
  public void refused(SmtpReply reply) {
    refused.get(Refusal.of(reply)).increment();
  }

  /** What was counted so far. */
  public Counts now() {
    Map<Refusal, Long> no = new EnumMap<>(Refusal.class);
    refused.forEach(
        (why, adder) -> {
          long count = adder.sum();
          if (count > 0) {
            no.put(why, count);
          }
        });
    return new Counts(
        accepted.sum(),
        octets.sum(),
        delivered.sum(),
        relayed.sum(),
        deferred.sum(),
        failed.sum(),
        no);
  }
}
