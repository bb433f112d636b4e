package org.mailroom.guard;

import java.nio.file.Path;
import java.util.Map;

/** What the guard measures. Each answer takes a few system calls at most. */
interface Gauges {

  /** How full the disks of the folders are that mail is written to. */
  Map<Path, DiskUse> disks();

  /** How full the heap is, garbage aside: 0 to 1. */
  double heap();

  /** The same in words. */
  String heapInWords();

  /** True when the broker runs. */
  boolean brokerRuns();

  /** Parts in the queue. */
  long parts();

  /** So many parts the heap has room for. */
  long mostParts();

  /** Has garbage collected, so that {@link #heap} tells what is needed. */
  void collectGarbage();
}
