package org.mailroom.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.ToLongFunction;

/** How full the heap is, garbage aside. */
final class Heap {

  private static final double MIB = 1L << 20;

  private final List<MemoryPoolMXBean> pools;

  private Heap(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
  }

  /**
   * The heap of this JVM: its old generation, where what stays comes to lie, or all of it when the
   * collector has no generations.
   */
  static Heap ofThisJvm() {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getCollectionUsage() != null)
            .toList();
    List<MemoryPoolMXBean> old = pools.stream().filter(Heap::isOld).toList();
    return new Heap(old.isEmpty() ? pools : old);
  }

  private static boolean isOld(MemoryPoolMXBean pool) {
    return pool.getName().contains("Old") || pool.getName().contains("Tenured");
  }

  /**
   * 0 to 1: what the last collection left, or what is there now, whichever is less. 0 before the
   * first collection.
   */
  double used() {
    long max = sum(pool -> pool.getUsage().getMax());
    return max <= 0 ? 0 : (double) sum(Heap::kept) / max;
  }

  /** The names of the pools that are looked at. */
  List<String> names() {
    return pools.stream().map(MemoryPoolMXBean::getName).toList();
  }

  /** Such as {@code 80 % of 683 MiB}. */
  String inWords() {
    return Math.round(used() * 100)
        + " % of "
        + Math.round(sum(pool -> pool.getUsage().getMax()) / MIB)
        + " MiB";
  }

  private static long kept(MemoryPoolMXBean pool) {
    MemoryUsage left = pool.getCollectionUsage();
    return Math.min(left.getUsed(), pool.getUsage().getUsed());
  }

  private long sum(ToLongFunction<MemoryPoolMXBean> octets) {
    return pools.stream().mapToLong(octets).sum();
  }
}
