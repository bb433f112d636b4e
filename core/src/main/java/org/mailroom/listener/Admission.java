package org.mailroom.listener;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.mailroom.transport.ConnectionLimits;
import org.mailroom.transport.PeerBlock;

/**
 * Counts connections and says who may have one more.
 *
 * <p>Only the thread that accepts asks; any thread gives a token back.
 */
final class Admission {

  /** The right to one connection, given back once. */
  interface Token extends AutoCloseable {
    @Override
    void close();
  }

  private final LongSupplier nanoTime;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> inThisMinute = new HashMap<>();
  private long minuteBegan;

  /** Counts minutes by {@code nanoTime}. */
  Admission(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.minuteBegan = nanoTime.getAsLong();
  }

  /** A token, or empty when the limits don't allow another connection of this peer. */
  Optional<Token> admit(InetAddress peer, boolean trusted, ConnectionLimits limits) {
    if (trusted) {
      return open.get() < limits.total() ? Optional.of(token(Optional.empty())) : Optional.empty();
    }
    InetAddress key = PeerBlock.of(peer);
    boolean room =
        countInMinute(key) <= limits.perMinute()
            && open.get() < limits.total() - limits.reservedForTrusted()
            && openByAddress.getOrDefault(key, 0) < limits.perAddress();
    return room ? Optional.of(token(Optional.of(key))) : Optional.empty();
  }

  private int countInMinute(InetAddress key) {
    long now = nanoTime.getAsLong();
    if (now - minuteBegan >= TimeUnit.MINUTES.toNanos(1)) {
      inThisMinute.clear();
      minuteBegan = now;
    }
    return inThisMinute.merge(key, 1, Integer::sum);
  }

  private Token token(Optional<InetAddress> key) {
    open.incrementAndGet();
    key.ifPresent(address -> openByAddress.merge(address, 1, Integer::sum));
    AtomicBoolean given = new AtomicBoolean();
    return () -> {
      if (!given.getAndSet(true)) {
        open.decrementAndGet();
        key.ifPresent(this::release);
      }
    };
  }

  private void release(InetAddress key) {
    openByAddress.computeIfPresent(key, (address, count) -> count == 1 ? null : count - 1);
  }
}
