package org.mailroom.it.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerSite;

/** A hub with a smart host, which trusts this machine but for one address. */
final class FaultSite extends LedgerSite {

  /** Whose mail is taken only for the domains of the hub. */
  static final String STRANGER = "127.0.0.9";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private FaultSite(LedgerPlan plan, Hub hub) throws IOException {
    super(
        plan,
        "127.0.0.1",
        hub.smtpPort() + 5,
        hub.relayingTo(hub.smtpPort() + 5).with("TRUSTED_NETWORKS", "127.0.0.1/32,::1/128"),
        PATIENCE);
  }

  /** A site whose hub is not started, with mails of {@code size} octets. */
  static FaultSite of(String name, int size) throws IOException {
    return new FaultSite(LedgerPlan.plain(name, size), new Hub(name, PortRange.next()));
  }

  /** The same, with its data in a folder that exists. */
  static FaultSite in(Path data, String name, int size) throws IOException {
    return new FaultSite(LedgerPlan.plain(name, size), Hub.in(data, name, PortRange.next()));
  }

  /** True when the status warns with this beginning. */
  boolean warns(String beginning) {
    return hub().warns(beginning);
  }
}
