package org.mailroom.directory.change;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.Problem;
import org.mailroom.directory.Remit;
import org.mailroom.directory.RemitCheck;
import org.mailroom.directory.change.DirectoryException.Why;

/** Keeps who asks for a change within what is theirs, and from knowing of anything else. */
final class Bounds {

  private final Remit remit;
  private final RemitCheck check;

  Bounds(Remit remit, DirectoryData before) {
    this.remit = remit;
    this.check = new RemitCheck(remit, before);
  }

  /** Before anything is looked up: who may not change it isn't told whether it is there. */
  static void requireName(Remit remit, EntryKind kind, String name) throws DirectoryException {
    if (!remit.isWhole() && !(kind.isOfDomain() && remit.hasName(name.strip()))) {
      throw DirectoryException.of(Why.FORBIDDEN, DirectoryReason.NOT_YOURS.about(name));
    }
  }

  List<Problem> problems(Draft draft) {
    return draft.touched().stream()
        .flatMap(touched -> check.problems(touched.before(), touched.after()).stream())
        .toList();
  }

  /** Problems without those that would tell of what is not theirs: these are one. */
  List<Problem> shown(List<Problem> problems) {
    List<Problem> own = problems.stream().filter(one -> remit.hasName(one.subject())).toList();
    return own.size() == problems.size()
        ? problems
        : Stream.concat(
                own.stream(), Stream.of(new Problem("", DirectoryReason.LED_TO_BY_OTHERS.about())))
            .toList();
  }
}
