package org.mailroom.directory.change;

import java.util.List;

/** The directory can't be changed like that; a sentence for people for each reason. */
public final class DirectoryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is. */
  public enum Why {
    /** What was asked for makes no sense, or doesn't go together with what is there. */
    UNSOUND,
    /** It is not there. */
    MISSING,
    /** It is not for who asks. */
    FORBIDDEN,
    /** It is there already, or somebody else changed the directory at the same time. */
    CONFLICT
  }

  private final Why why;
  private final transient List<String> reasons;

  /** Takes all reasons, at least one. */
  public DirectoryException(Why why, List<String> reasons) {
    super(String.join("; ", reasons));
    this.why = why;
    this.reasons = List.copyOf(reasons);
  }

  /** With a single reason. */
  public static DirectoryException of(Why why, String reason) {
    return new DirectoryException(why, List.of(reason));
  }

  /** What kind of refusal it is. */
  public Why why() {
    return why;
  }

  /** All that is wrong, at least one. */
  public List<String> reasons() {
    return reasons;
  }
}
