package org.mailroom.relay;

/**
 * The relay sessions of the hub, which all next hops share. Half of them are for hops that have
 * proven themselves: a hundred black holes can't take all. The last quarter is, while there are
 * several hops, for those that have few: a handful of slow hops can't take all either.
 */
final class Sessions {

  private final int total;
  private final Several hops = new Several();
  private int inUse;
  private int unproven;

  Sessions(int total) {
    this.total = total;
  }

  /**
   * Takes a session.
   *
   * @param hop which asks
   * @param proven true when it had a success lately
   * @param hasInUse sessions that the hop has already
   * @param now of a monotonic clock, in nanoseconds
   */
  synchronized boolean take(String hop, boolean proven, int hasInUse, long now) {
    hops.note(hop, now);
    if (inUse >= total
        || !proven && unproven >= half()
        || hasInUse >= few() && inUse >= total - total / 4 && hops.at(now)) {
      return false;
    }
    inUse++;
    unproven += proven ? 0 : 1;
    return true;
  }

  synchronized void giveBack(boolean proven) {
    inUse--;
    unproven -= proven ? 0 : 1;
  }

  /** True while more than one hop is in use. */
  boolean haveSeveralHops(long now) {
    return hops.at(now);
  }

  private int half() {
    return Math.max(1, total / 2);
  }

  private int few() {
    return Math.max(1, total / 8);
  }
}
