package org.mailroom.console.operations;

import java.io.Serializable;
import org.mailroom.mail.QueueId;
import org.mailroom.operation.Operation;

/**
 * What puts back an operation on one mail.
 *
 * @param operation the key of the operation that does; empty when none does
 * @param id of the mail
 */
record Undo(String operation, String id) implements Serializable {

  /** Nothing can be put back. */
  static final Undo NOTHING = new Undo("", "");

  /** For what was done: a mail that is held or released; not for many, and not for a retry. */
  static Undo of(String done, String filter) {
    if (!isId(filter)) {
      return NOTHING;
    }
    if (done.equals(Operation.HOLD.key())) {
      return new Undo(Operation.RELEASE.key(), filter);
    }
    return done.equals(Operation.RELEASE.key()) ? new Undo(Operation.HOLD.key(), filter) : NOTHING;
  }

  boolean isPossible() {
    return !operation.isEmpty();
  }

  private static boolean isId(String filter) {
    try {
      QueueId.of(filter);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
