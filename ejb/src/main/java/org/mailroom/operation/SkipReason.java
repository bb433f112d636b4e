package org.mailroom.operation;

import java.util.Arrays;
import java.util.Optional;

/** Why an operation leaves a part as it is. A fault of the hub has words of its own. */
public enum SkipReason {
  GONE("already delivered or given up"),
  BUSY("another operation is changing it"),
  IN_ATTEMPT("in a delivery attempt"),
  UNREACHED("not reached in time"),
  STOPPED("the job was stopped"),
  UNCHANGED("so already"),
  NO_MAIL("no mail: it can be deleted"),
  READY("ready to be sent"),
  WAITING("waiting, not held"),
  DELIVERY("ready for a mailbox"),
  HELD("held"),
  DEAD("dead: retry, export or delete it");

  private final String words;

  SkipReason(String words) {
    this.words = words;
  }

  /** As results, answers and the audit have it. */
  public String words() {
    return words;
  }

  /** The reason that these words give. */
  public static Optional<SkipReason> of(String words) {
    return Arrays.stream(values()).filter(reason -> reason.words.equals(words)).findAny();
  }
}
