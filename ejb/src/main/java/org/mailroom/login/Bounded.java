package org.mailroom.login;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago, when it has too much. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {

  @Serial private static final long serialVersionUID = 1L;

  private static final float LOAD = 0.75f;
  private static final int SMALL = 16;

  private final int most;

  Bounded(int most) {
    super(SMALL, LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
