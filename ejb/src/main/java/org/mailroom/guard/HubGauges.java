package org.mailroom.guard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.mailroom.broker.Broker;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.settings.Settings;

/** Measures this JVM and the disks of its data directory. */
@Singleton
class HubGauges implements Gauges {

  /** What the server takes with an empty queue and full sessions. */
  private static final long SERVER = 400L << 20;

  /**
   * What a part that waits takes, generously: 2 to 2.7 KiB in the broker, the rest in the index.
   */
  private static final long PART = 4 << 10;

  private final Disks disks;
  private final Heap heap = Heap.ofThisJvm();
  private final QueueIndex index;
  private final Broker broker;

  @Inject
  HubGauges(Settings settings, QueueIndex index, Broker broker) {
    this.disks = new Disks(settings.data());
    this.index = index;
    this.broker = broker;
  }

  @Override
  public Map<Path, DiskUse> disks() {
    return disks.uses();
  }

  @Override
  public double heap() {
    return heap.used();
  }

  @Override
  public String heapInWords() {
    return heap.inWords();
  }

  @Override
  public boolean brokerRuns() {
    return broker.runs();
  }

  @Override
  public long parts() {
    return Arrays.stream(QueueState.values()).mapToLong(index::count).sum();
  }

  @Override
  public long mostParts() {
    return mostParts(Runtime.getRuntime().maxMemory());
  }

  /** What the server needs is set aside; of a small heap, seven eighths are. */
  static long mostParts(long heapOctets) {
    return Math.max(heapOctets - SERVER, heapOctets / 8) / PART;
  }

  @Override
  public void collectGarbage() {
    System.gc();
  }
}
