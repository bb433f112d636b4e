package org.mailroom.guard;

import java.time.Instant;

/**
 * Something that there is too little of, or an operator's pause, for as long as it lasts.
 *
 * @param kind what it is, and what follows from it
 * @param detail how much, in words that are the same in all languages: {@code 91 %, 1.8 GiB free}
 * @param since when it began
 */
public record Shortage(Kind kind, String detail, Instant since) {

  /** What there can be too little of, the most urgent first. */
  public enum Kind {
    /** The broker doesn't run: mail can't be kept. The process ends soon. */
    BROKER_STOPPED("The broker has stopped: no mail is taken (421) until it runs"),
    /** The disk is so full that no outcome could be kept: nothing is taken, nothing relayed. */
    DISK_EXHAUSTED("The disk is nearly full: no mail is taken and none is relayed until there is"),
    /** The disk is full: nobody's mail is taken. */
    DISK_FULL("The disk is full: no mail is taken (452) until there is"),
    /** The disk fills: only the mail of trusted clients is taken. */
    DISK_LOW("The disk is getting full: only trusted clients' mail is taken until there is"),
    /** The heap is full: no new connections. */
    MEMORY_SHORT("Memory is short: new connections are refused (421) until there is"),
    /** As many parts are queued as the heap has room for: nobody's mail is taken. */
    QUEUE_FULL("The queue is full: no mail is taken (452) until there is"),
    /** An operator has paused the intake. */
    INTAKE_PAUSED("Intake is paused by an operator: new connections are refused (421)");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** What it means, as a line of the log begins. */
    String meaning() {
      return switch (this) {
        case BROKER_STOPPED, INTAKE_PAUSED -> meaning;
        default -> meaning + " more room";
      };
    }
  }
}
