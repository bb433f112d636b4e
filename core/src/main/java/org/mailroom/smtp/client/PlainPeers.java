package org.mailroom.smtp.client;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Peers that offer TLS and can't do it: for an hour they are spoken to in plain, where that is
 * allowed, instead of failing each time first. At most 1,000 of them, else the oldest is forgotten.
 * Safe for any number of threads.
 */
final class PlainPeers {

  static final Duration REMEMBERED = Duration.ofHours(1);
  static final int MOST = 1000;

  private final LongSupplier nanoTime;
  private final Map<InetSocketAddress, Long> since = new LinkedHashMap<>();

  PlainPeers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized boolean contains(SmtpPeer peer) {
    Long time = since.get(peer.address());
    if (time != null && nanoTime.getAsLong() - time >= REMEMBERED.toNanos()) {
      since.remove(peer.address());
      return false;
    }
    return time != null;
  }

  /** True when it was not known before. */
  synchronized boolean add(SmtpPeer peer) {
    boolean isNew = since.remove(peer.address()) == null;
    if (since.size() == MOST) {
      Iterator<InetSocketAddress> oldest = since.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    since.put(peer.address(), nanoTime.getAsLong());
    return isNew;
  }
}
