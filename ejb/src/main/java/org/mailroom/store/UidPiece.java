package org.mailroom.store;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.mailbox.NumberSet;

/**
 * A piece of a set of UIDs that fits into one statement, whatever the set is: a range, or a few
 * numbers. With those the range is said as well, since databases find a row by ranges of a key.
 *
 * @param first the lowest
 * @param last the highest
 * @param some empty when all between them are meant
 */
record UidPiece(long first, long last, List<Long> some) {

  /** Numbers in a statement: databases bound its parameters. */
  static final int MOST = 500;

  /** A set in pieces, the lowest first. */
  static List<UidPiece> of(NumberSet uids) {
    List<UidPiece> pieces = new ArrayList<>();
    List<Long> some = new ArrayList<>();
    for (int i = 0; i < uids.ranges(); i++) {
      long first = uids.first(i);
      long last = uids.last(i);
      boolean isShort = last - first < MOST;
      if (!isShort || some.size() + (last - first) >= MOST) {
        addSome(pieces, some);
        some = new ArrayList<>();
      }
      if (isShort) {
        for (long uid = first; uid <= last; uid++) {
          some.add(uid);
        }
      } else {
        pieces.add(new UidPiece(first, last, List.of()));
      }
    }
    addSome(pieces, some);
    return pieces;
  }

  private static void addSome(List<UidPiece> pieces, List<Long> some) {
    if (some.isEmpty()) {
      return;
    }
    long first = some.get(0);
    long last = some.get(some.size() - 1);
    boolean isRange = last - first + 1 == some.size();
    pieces.add(new UidPiece(first, last, isRange ? List.of() : some));
  }

  /** The condition for a column of UIDs; {@link #bind} gives it its values. */
  String where(String column) {
    String range = column + " between :first and :last";
    return some.isEmpty() ? range : range + " and " + column + " in (:some)";
  }

  <Q extends Query> Q bind(Q query) {
    query.setParameter("first", first).setParameter("last", last);
    if (!some.isEmpty()) {
      query.setParameter("some", some);
    }
    return query;
  }
}
