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

  /** Where mail exchangers listen: not the hub's own address. */
  static final String EXCHANGER = "127.0.0.2";

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final DnsStub dns;

  /** A site whose sink listens and whose hub is not started. */
  CrashSite(LedgerPlan plan) throws IOException {
    this(plan, PortRange.next());
  }

  private CrashSite(LedgerPlan plan, int port) throws IOException {
    super(plan, EXCHANGER, exchangerPort(port), hub(plan.run(), port), PATIENCE);
    dns = new DnsStub(dnsPort(port));
    for (int i = 0; i < plan.domains(); i++) {
      exchanger(LedgerPlan.domain(i));
    }
    exchanger(LedgerPlan.SENDER_DOMAIN);
  }

  /** A hub that relays by MX, not started. */
  static Hub hub(String name, int port) throws IOException {
    return new Hub(name, port)
        .with("DNS", "127.0.0.1:" + dnsPort(port))
        .with("REMOTE_SMTP_PORT", Integer.toString(exchangerPort(port)));
  }

  /** Where the hub on this port finds all mail exchangers. */
  static int exchangerPort(int port) {
    return port + 5;
  }

  /** Where the hub on this port asks. */
  static int dnsPort(int port) {
    return port + 6;
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
