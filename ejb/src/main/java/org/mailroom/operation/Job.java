package org.mailroom.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailroom.refusal.Refusal;

/** Something done to a number of mails or entries, under way or ended. */
public final class Job {

  /** How it does. */
  public enum State {
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  private final String id;
  private final JobTask task;
  private final int total;
  private final Instant started;
  private final Tally tally = new Tally();
  private volatile State state = State.RUNNING;
  private volatile boolean stopWanted;
  private volatile Instant ended;
  private volatile String failure = "";
  private volatile Path file;
  private volatile int reached;
  private volatile Refusal refusal;

  Job(String id, JobTask task, int total, Instant started) {
    this.id = id;
    this.task = task;
    this.total = total;
    this.started = started;
  }

  /** Names it as long as the hub runs. */
  public String id() {
    return id;
  }

  /** What was asked for. */
  public JobTask task() {
    return task;
  }

  /** How many parts or entries it met when it began. */
  public int total() {
    return total;
  }

  /** Parts that are changed, skipped, or left to their attempt; entries that were looked at. */
  public int settled() {
    return Math.max(reached, tally.settled());
  }

  /** Parts that are changed. */
  public int done() {
    return tally.doneCount();
  }

  /** Parts in a delivery attempt, which get the change with its outcome. */
  public int inAttempt() {
    return tally.inAttemptCount();
  }

  /** Parts that were left as they are, by the reason. */
  public Map<String, Integer> skipped() {
    return tally.skippedCounts();
  }

  /** How it does. */
  public State state() {
    return state;
  }

  /** When it began. */
  public Instant started() {
    return started;
  }

  /** When it ended. */
  public Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  /** The exported mails, when that was asked for and is done. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** What came of it so far, in words. */
  public String inWords() {
    String words = tally.inWords(task.done());
    return refusal()
        .map(why -> words + "; it was refused: " + why)
        .orElse(failure.isEmpty() ? words : words + "; then it failed: " + failure);
  }

  /** Why nothing was done, when that is so. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Ends it after the parts that are under way. */
  public void stop() {
    stopWanted = true;
  }

  /** True when it had better end. */
  public boolean isStopWanted() {
    return stopWanted;
  }

  /** So many of all were looked at, and nothing is changed yet. */
  public void reached(int count) {
    reached = count;
  }

  /** All is done, so many of it anew: it can't be stopped any more. */
  public void completed(int changed, int unchanged) {
    tally.done(changed);
    tally.skipped(SkipReason.UNCHANGED, unchanged);
    stopWanted = false;
  }

  /** Nothing was done. */
  public void refused(Refusal why) {
    refusal = why;
  }

  Tally tally() {
    return tally;
  }

  void hasFile(Path exported) {
    file = exported;
  }

  void failed(String reason) {
    failure = reason;
  }

  void end(Instant time) {
    ended = time;
    state =
        !failure.isEmpty() || refusal != null
            ? State.FAILED
            : stopWanted ? State.STOPPED : State.DONE;
  }
}
