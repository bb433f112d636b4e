package org.mailroom.imap.session;

import java.util.Arrays;
import org.mailroom.mailbox.NumberSet;

/** Which UIDs the message numbers of a session mean (RFC 9051, 2.3.1.2): the n-th lowest. */
final class Numbering {

  private long[] uids;
  private int count;

  Numbering(NumberSet all) {
    this.uids = all.stream().toArray();
    this.count = uids.length;
  }

  /** How many messages there are. */
  int count() {
    return count;
  }

  /** The highest UID; 0 when there is none. */
  long highestUid() {
    return count == 0 ? 0 : uids[count - 1];
  }

  /** The number of a UID; 0 when it has none. Where none is left out, it is found at once. */
  int number(long uid) {
    if (count == 0 || uid < uids[0]) {
      return 0;
    }
    int most = (int) Math.min(count, uid - uids[0] + 1);
    if (uids[most - 1] == uid) {
      return most;
    }
    int at = Arrays.binarySearch(uids, 0, most, uid);
    return at < 0 ? 0 : at + 1;
  }

  /** The UID of a number from 1 to {@link #count}. */
  long uid(int number) {
    return uids[number - 1];
  }

  /** All UIDs. */
  NumberSet all() {
    NumberSet.Builder all = new NumberSet.Builder();
    for (int i = 0; i < count; i++) {
      all.add(uids[i]);
    }
    return all.build();
  }

  /** The UIDs of numbers; those that there are not are left out. */
  NumberSet uids(NumberSet numbers) {
    NumberSet.Builder some = new NumberSet.Builder();
    for (int range = 0; range < numbers.ranges(); range++) {
      long last = Math.min(count, numbers.last(range));
      for (long number = numbers.first(range); number <= last; number++) {
        some.add(uids[(int) number - 1]);
      }
    }
    return some.build();
  }

  /** The numbers of UIDs; those that have none are left out. */
  NumberSet numbers(NumberSet some) {
    NumberSet.Builder numbers = new NumberSet.Builder();
    for (int range = 0; range < some.ranges(); range++) {
      int at = Arrays.binarySearch(uids, 0, count, some.first(range));
      for (int i = at < 0 ? -at - 1 : at; i < count && uids[i] <= some.last(range); i++) {
        numbers.add(i + 1L);
      }
    }
    return numbers.build();
  }

  /** A message has come; its UID is above all others. */
  void add(long uid) {
    if (uid <= highestUid()) {
      throw new IllegalArgumentException("UID " + uid + " came behind a higher one");
    }
    if (count == uids.length) {
      uids = Arrays.copyOf(uids, Math.max(16, count + count / 2));
    }
    uids[count++] = uid;
  }

  /** Messages went. */
  void remove(NumberSet gone) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (!gone.contains(uids[i])) {
        uids[left++] = uids[i];
      }
    }
    count = left;
  }
}
