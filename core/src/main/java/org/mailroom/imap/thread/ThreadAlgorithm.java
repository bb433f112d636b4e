package org.mailroom.imap.thread;

import java.util.Locale;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/** How threads are made. */
public enum ThreadAlgorithm {
  /** By what messages refer to, and then by subject. */
  REFERENCES,
  /** By subject alone. */
  ORDEREDSUBJECT;

  /**
   * Reads one.
   *
   * <pre>
   * thread-alg = "ORDEREDSUBJECT" / "REFERENCES" / thread-alg-ext
   * </pre>
   */
  public static ThreadAlgorithm read(Arguments arguments) throws ImapSyntaxException {
    try {
      return valueOf(arguments.atom().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ImapSyntaxException("Threads are made by REFERENCES or ORDEREDSUBJECT");
    }
  }

  /** Begins, without a message. */
  public Threading begin() {
    return switch (this) {
      case REFERENCES -> new ReferencesThreading();
      case ORDEREDSUBJECT -> new SubjectThreading();
    };
  }
}
