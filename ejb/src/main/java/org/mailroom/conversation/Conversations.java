package org.mailroom.conversation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.mailroom.smtp.server.Overhearing;

/** The last lines of all SMTP conversations, while somebody reads them. */
@Singleton
public class Conversations implements Overhearing {

  /** Lines that are kept. */
  static final int KEPT = 5_000;

  /** So long after the last look it still listens. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int LONGEST = 1_000;

  private final AtomicReferenceArray<ConversationLine> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong last = new AtomicLong();
  private final Clock clock;
  private final LongSupplier nanoTime;
  private volatile boolean on;
  private volatile long looked;

  /** Up to this number all is forgotten. */
  private volatile long forgotten;

  /** Nobody looks yet. */
  @Inject
  public Conversations(Clock clock) {
    this(clock, System::nanoTime);
  }

  Conversations(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public void line(String session, InetAddress client, Voice voice, String text) {
    long number = last.incrementAndGet();
    ring.set(
        slot(number),
        new ConversationLine(
            number,
            clock.instant(),
            session,
            client.getHostAddress(),
            voice,
            text.length() > LONGEST ? text.substring(0, LONGEST) : text));
  }

  /**
   * What was said after a place, and has it listened for some minutes more.
   *
   * @param after the place where a reading before ended; 0 for all that is kept
   */
  public ConversationPage read(long after, ConversationFilter filter) {
    looked = nanoTime.getAsLong();
    on = true;
    long end = last.get();
    long oldest = Math.max(forgotten, end - KEPT) + 1;
    // A place beyond the end is of a run of the hub before.
    long begin = after > end ? oldest : Math.max(after + 1, oldest);
    List<ConversationLine> lines = new ArrayList<>();
    for (long number = begin; number <= end; number++) {
      ConversationLine line = ring.get(slot(number));
      if (line == null || line.number() < number) {
        // Its writer is about to: it is read the next time, and so is what follows.
        return new ConversationPage(lines, number - 1, false);
      }
      if (line.number() == number && filter.wants(line)) {
        lines.add(line);
      }
    }
    return new ConversationPage(lines, end, after > 0 && after + 1 < begin);
  }

  /** Stops listening when nobody has looked for a while, and forgets. */
  void rest() {
    if (on && nanoTime.getAsLong() - looked > PATIENCE.toNanos()) {
      on = false;
      for (int i = 0; i < KEPT; i++) {
        ring.set(i, null);
      }
      forgotten = last.get();
    }
  }

  private static int slot(long number) {
    return (int) (number % KEPT);
  }
}
