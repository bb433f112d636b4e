package org.mailroom.guard;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the guard measures, as a test says. */
final class FakeGauges implements Gauges {

  private static final long DISK = 1000L << 30;

  final Map<Path, DiskUse> disks = new LinkedHashMap<>();
  boolean brokerRuns = true;
  double heap;
  long parts;
  int collections;

  FakeGauges() {
    use("data", 0.1);
  }

  /** Fills a disk of 1000 GiB. */
  void use(String folder, double used) {
    disks.put(Path.of(folder), new DiskUse(DISK, Math.round(DISK * (1 - used))));
  }

  @Override
  public Map<Path, DiskUse> disks() {
    return disks;
  }

  @Override
  public double heap() {
    return heap;
  }

  @Override
  public String heapInWords() {
    return Math.round(heap * 100) + " %";
  }

  @Override
  public boolean brokerRuns() {
    return brokerRuns;
  }

  @Override
  public long parts() {
    return parts;
  }

  @Override
  public long mostParts() {
    return 1000;
  }

  @Override
  public void collectGarbage() {
    collections++;
  }
}
