package org.mailroom.archive;

import java.time.Instant;
import org.mailroom.mailbox.NumberSet;

/** UIDs by internal date and size, for hundreds of thousands of messages: 32 octets each. */
final class DatedUids {

  private long[] keys = new long[1024];

  /** 0 where there is none. */
  private long[] uids = new long[1024];

  private int count;

  void add(Instant date, long size, long uid) {
    if (2 * count >= keys.length) {
      grow();
    }
    put(key(date, size), uid);
    count++;
  }

  /** Those that have this date and size, and perhaps a few others. */
  NumberSet find(Instant date, long size) {
    long key = key(date, size);
    NumberSet.Builder found = new NumberSet.Builder();
    for (int at = place(key); uids[at] != 0; at = next(at)) {
      if (keys[at] == key) {
        found.add(uids[at]);
      }
    }
    return found.build();
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldUids = uids;
    keys = new long[2 * oldKeys.length];
    uids = new long[keys.length];
    for (int i = 0; i < oldUids.length; i++) {
      if (oldUids[i] != 0) {
        put(oldKeys[i], oldUids[i]);
      }
    }
  }

  private void put(long key, long uid) {
    int at = place(key);
    while (uids[at] != 0) {
      at = next(at);
    }
    keys[at] = key;
    uids[at] = uid;
  }

  private int place(long key) {
    return (int) (key >>> 32) & (keys.length - 1);
  }

  private int next(int at) {
    return (at + 1) & (keys.length - 1);
  }

  private static long key(Instant date, long size) {
    long micros = date.getEpochSecond() * 1_000_000 + date.getNano() / 1000;
    return (micros * 31 + size) * 0x9E37_79B9_7F4A_7C15L;
  }
}
