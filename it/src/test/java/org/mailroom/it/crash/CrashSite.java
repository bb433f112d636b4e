package org.mailroom.it.crash;

import java.io.IOException;
import java.time.Duration;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerSite;
import org.mailroom.it.peer.DnsStub;

/**
 * A hub that relays by MX to a ledger's sink: every domain of the plan is a next hop of its own,
 * and the sender's domain is one more, so that DSNs come back.
 */
final class CrashSite extends LedgerSite {

  /** All scenarios use the same ports, one after the other. */
  static final int PORT = PortRange.port(400);

  /** Where mail exchangers listen: not the hub's own address. */
  static final String EXCHANGER = "127.0.0.2";

  static final int EXCHANGER_PORT = PORT + 5;
  static final int DNS_PORT = PORT + 6;

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final DnsStub dns;

  /** A site whose sink listens and whose hub is not started. */
  CrashSite(LedgerPlan plan) throws IOException {
    super(plan, EXCHANGER, EXCHANGER_PORT, hub(plan.run()), PATIENCE);
    dns = new DnsStub(DNS_PORT);
    for (int i = 0; i < plan.domains(); i++) {
      exchanger(LedgerPlan.domain(i));
    }
    exchanger(LedgerPlan.SENDER_DOMAIN);
  }

  /** A hub on the ports of the scenarios, relaying by MX, not started. */
  static Hub hub(String name) throws IOException {
    return new Hub(name, PORT)
        .with("DNS", "127.0.0.1:" + DNS_PORT)
        .with("REMOTE_SMTP_PORT", Integer.toString(EXCHANGER_PORT));
  }

  private void exchanger(String domain) throws IOException {
    dns.mx(domain, 10, "mx." + domain).address("mx." + domain, EXCHANGER);
  }

  @Override
  public void close() throws IOException {
    super.close();
    dns.close();
  }
}
