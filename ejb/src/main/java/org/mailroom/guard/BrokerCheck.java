package org.mailroom.guard;

import java.util.List;
import org.mailroom.broker.BrokerBean;
import org.mailroom.settings.Settings;

/** Checks what holds for the whole broker. */
final class BrokerCheck {

  /** Above it the disk is full before the guard sees it. */
  private static final long MOST_DISK_USE = 99;

  private static final long SLOWEST_SCAN_MILLIS = 5000;

  /** Publications that a crash may repeat: all that are in flight, many times over. */
  private static final long LEAST_IDS = 1000;

  private final BrokerBean broker;
  private final List<String> problems;

  BrokerCheck(BrokerBean broker, List<String> problems) {
    this.broker = broker;
    this.problems = problems;
  }

  void check(Settings.Shortage shortage) {
    expectTrue("PersistenceEnabled", "persistence-enabled", "mail would be in memory only");
    expectTrue(
        "JournalSyncNonTransactional",
        "journal-sync-non-transactional",
        "250 would come before the mail is on disk");
    expectTrue(
        "JournalSyncTransactional",
        "journal-sync-transactional",
        "250 would come before the mail is on disk");
    expectTrue("PersistIDCache", "persist-id-cache", "a crash would send mail twice");
    expectWithin(
        "IDCacheSize", "id-cache-size", LEAST_IDS, Long.MAX_VALUE, "a crash would send mail twice");
    expectWithin(
        "MaxDiskUsage",
        "global-max-disk-usage",
        shortage.diskFull() + 1,
        MOST_DISK_USE,
        "the broker would block senders before the hub refuses mail, or not at all");
    expectWithin(
        "DiskScanPeriod",
        "disk-scan-period",
        1,
        SLOWEST_SCAN_MILLIS,
        "the disk could fill between two looks");
    long globalMax = broker.number("GlobalMaxSize").longValue();
    if (globalMax >= 0) {
      problems.add(
          "The broker's global-max-memory-size is %d: expected -1, else mail that waits would page"
              .formatted(globalMax));
    }
  }

  private void expectTrue(String attribute, String setting, String why) {
    if (!broker.isTrue(attribute)) {
      problems.add("The broker's " + setting + " is false: expected true, else " + why);
    }
  }

  private void expectWithin(String attribute, String setting, long least, long most, String why) {
    long value = broker.number(attribute).longValue();
    if (value < least || value > most) {
      String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
      problems.add(
          "The broker's %s is %d: expected %s, else %s".formatted(setting, value, range, why));
    }
  }
}
