package org.mailroom.directory.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.directory.Problem;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Refusal;

/** What is wrong with a change, each with the place of the entry that it is about. */
final class Reasons {

  /** More would not fit a sentence, or a screen. */
  private static final int MOST = 100;

  private Reasons() {}

  /** Those of a refusal, at one place. */
  static List<Refusal> at(Object place, DirectoryException refused) {
    return refused.refusals().stream()
        .map(refusal -> CommonReason.AT.about(place, refusal))
        .toList();
  }

  /** Those of problems, at the places of their subjects, where these are known. */
  static List<Refusal> placed(List<Problem> problems, Map<String, Object> places) {
    List<Refusal> reasons = new ArrayList<>();
    for (Problem problem : problems) {
      Object place = places.get(problem.subject());
      reasons.add(
          place == null ? problem.refusal() : CommonReason.AT.about(place, problem.refusal()));
    }
    return reasons;
  }

  /**
   * Refuses the change when there are any.
   *
   * @throws DirectoryException with the first of them
   */
  static void refuse(List<Refusal> reasons, Why why) throws DirectoryException {
    if (!reasons.isEmpty()) {
      List<Refusal> first = new ArrayList<>(reasons.stream().limit(MOST).toList());
      if (reasons.size() > MOST) {
        first.add(CommonReason.MORE.about(reasons.size() - MOST));
      }
      throw new DirectoryException(why, first);
    }
  }
}
