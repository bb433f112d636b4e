package org.mailroom.probe;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A delivery test, under way or ended. One thread adds to it, any may look. */
public final class DeliveryTest {

  /** How a test ended. */
  public enum Verdict {
    /** It goes on. */
    RUNNING,
    /** The next hop takes mail for the address. */
    TAKEN,
    /** The test mail was taken. */
    SENT,
    /** It says to come later. */
    LATER,
    /** It refuses. */
    REFUSED,
    /** Nobody answered. */
    UNREACHED,
    /** There is no way there. */
    NO_WAY,
    /** It is an address of this hub. */
    LOCAL,
    /** The hub itself failed. */
    FAILED;

    /** As REST and texts name it, such as {@code no-way}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final String id;
  private final TestRequest request;
  private final Instant started;
  private final List<TestStep> steps = new CopyOnWriteArrayList<>();
  private volatile Verdict verdict = Verdict.RUNNING;

  DeliveryTest(String id, TestRequest request, Instant started) {
    this.id = id;
    this.request = request;
    this.started = started;
  }

  /** Names it in this run of the hub. */
  public String id() {
    return id;
  }

  /** What was wanted. */
  public TestRequest request() {
    return request;
  }

  /** When it began. */
  public Instant started() {
    return started;
  }

  /** The steps so far, in their order. */
  public List<TestStep> steps() {
    return List.copyOf(steps);
  }

  /** How it ended; {@link Verdict#RUNNING} before it has. */
  public Verdict verdict() {
    return verdict;
  }

  void add(TestStep step) {
    steps.add(step);
  }

  void end(Verdict how) {
    verdict = how;
  }
}
