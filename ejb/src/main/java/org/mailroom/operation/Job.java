package org.mailroom.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An operation on a number of parts, under way or ended. */
public final class Job {

  /** How it does. */
  public enum State {
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  private final String id;
  private final OperationRequest request;
  private final int total;
  private final Instant started;
  private final Tally tally = new Tally();
  private volatile State state = State.RUNNING;
  private volatile boolean stopWanted;
  private volatile Instant ended;
  private volatile String failure = "";
  private volatile Path file;

  Job(String id, OperationRequest request, int total, Instant started) {
    this.id = id;
    this.request = request;
    this.total = total;
    this.started = started;
  }

  /** Names it as long as the hub runs. */
  public String id() {
    return id;
  }

  /** What was asked for. */
  public OperationRequest request() {
    return request;
  }

  /** How many parts the filter matched when it began. */
  public int total() {
    return total;
  }

  /** Parts that are changed, skipped, or left to their attempt. */
  public int settled() {
    return tally.settled();
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
    String words = tally.inWords(request.operation());
    return failure.isEmpty() ? words : words + "; then it failed: " + failure;
  }

  /** Ends it after the parts that are under way. */
  public void stop() {
    stopWanted = true;
  }

  boolean isStopWanted() {
    return stopWanted;
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
    state = !failure.isEmpty() ? State.FAILED : stopWanted ? State.STOPPED : State.DONE;
  }
}
