package org.mailroom.relay;

import org.mailroom.mail.Diagnosis;

/**
 * What a report means for a recipient.
 *
 * @param step what is done about it
 * @param diagnosis why; its status has the class that the step has when nothing better follows
 * @param hopFailed true when it was the next hop that failed, and not this mail
 */
record Verdict(Step step, Diagnosis diagnosis, boolean hopFailed) {

  enum Step {
    DELIVERED,
    /** The next address is tried; without one the recipient is deferred. */
    NEXT_ADDRESS,
    DEFER,
    FAIL
  }
}
