package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One start after a crash.
 *
 * @param begun {@link System#nanoTime} of it
 * @param toPorts until every port was open
 */
record Recovery(long begun, Duration toPorts) {

  private static final Duration PORTS_OPEN = Duration.ofMinutes(1);
  private static final Duration OLD_MAIL_RELAYED = Duration.ofMinutes(2);

  /** Starts the hub of a site. */
  static Recovery of(CrashSite site) throws IOException {
    long begun = System.nanoTime();
    site.hub().start();
    return new Recovery(begun, Duration.ofNanos(System.nanoTime() - begun));
  }

  /**
   * Until a mail arrived that had been acknowledged before, in this life of the hub or a later one;
   * empty when there was none left.
   */
  Optional<Duration> toFirstOldMail(CrashSite site) {
    return site.ledger().firstOldMailAfter(begun).map(nanos -> Duration.ofNanos(nanos - begun));
  }

  /**
   * I8: the port is open after 60 s, and old mail is relayed after 120 s, unless the hub was killed
   * again before these were over.
   */
  void check(CrashSite site) {
    assertThat(toPorts).as("I8: from the start until the ports are open").isLessThan(PORTS_OPEN);
    assertThat(toFirstOldMail(site))
        .as("I8: from the start until the first old mail was relayed")
        .matches(
            time ->
                time.isEmpty()
                    || time.get().compareTo(OLD_MAIL_RELAYED) < 0
                    || isKilledBefore(OLD_MAIL_RELAYED, site));
  }

  private boolean isKilledBefore(Duration end, CrashSite site) {
    return site.ledger().kills().stream()
        .anyMatch(kill -> kill - begun > 0 && kill - begun < end.toNanos());
  }

  String text(CrashSite site) {
    return "ports open after %.1f s, first old mail after %s"
        .formatted(
            toPorts.toMillis() / 1000.0,
            toFirstOldMail(site)
                .map(time -> "%.1f s".formatted(time.toMillis() / 1000.0))
                .orElse("- (none was left)"));
  }
}
