package org.mailroom.directory.change;

import java.util.List;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Refusal;

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
  private final transient List<Refusal> refusals;

  /** Takes all that is wrong, at least one thing. */
  public DirectoryException(Why why, List<Refusal> refusals) {
    super(String.join("; ", refusals.stream().map(Refusal::text).toList()));
    this.why = why;
    this.refusals = List.copyOf(refusals);
  }

  /** Others were faster again and again. */
  static DirectoryException busy() {
    return of(Why.CONFLICT, DirectoryReason.CHANGED_MEANWHILE.about());
  }

  /** With a single thing that is wrong. */
  public static DirectoryException of(Why why, Refusal refusal) {
    return new DirectoryException(why, List.of(refusal));
  }

  /** What kind of refusal it is. */
  public Why why() {
    return why;
  }

  /** All that is wrong, at least one thing. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** The reason of each, for programs: of what is wrong at a place, what is wrong there. */
  public List<String> codes() {
    return refusals.stream().map(DirectoryException::code).toList();
  }

  private static String code(Refusal refusal) {
    boolean placed = refusal.key().equals(CommonReason.AT.key());
    return placed && refusal.about().getLast() instanceof Refusal there
        ? code(there)
        : refusal.key();
  }

  /** The same as sentences in English. */
  public List<String> reasons() {
    return refusals.stream().map(Refusal::text).toList();
  }
}
