package org.mailroom.relay;

import java.time.Duration;
import org.mailroom.mail.Diagnosis;

/** The gate's answer to a mail that wants to go to a next hop now. */
sealed interface Admission {

  /** It may; the slot is given back by closing it. */
  record Granted(Slot slot) implements Admission {}

  /** The hop is down: the mail is deferred as by an attempt, without a connection. */
  record Down(Diagnosis last) implements Admission {}

  /** All connections are in use: the mail waits a moment, or is parked for its place in line. */
  record Full() implements Admission {}

  /**
   * A person has stopped it: the mail is parked until the end of the pause releases it. The delay
   * is for the case that nobody does.
   */
  record Paused(Duration delay) implements Admission {}
}
