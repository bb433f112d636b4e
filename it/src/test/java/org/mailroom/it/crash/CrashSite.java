package org.mailroom.it.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.it.command.Hub;
import org.mailroom.it.ledger.Invariants;
import org.mailroom.it.ledger.Ledger;
import org.mailroom.it.ledger.LedgerLoad;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerRun;
import org.mailroom.it.ledger.LedgerSink;
import org.mailroom.it.peer.DnsStub;

/**
 * A hub that relays by MX to a ledger's sink: every domain of the plan is a next hop of its own,
 * and the sender's domain is one more, so that DSNs come back.
 */
final class CrashSite implements AutoCloseable {

  /** All scenarios use the same ports, one after the other. */
  static final int PORT = 1000 * Integer.getInteger("mailroom.it.ports", 25) + 400;

  /** Where mail exchangers listen: not the hub's own address. */
  static final String EXCHANGER = "127.0.0.2";

  static final int EXCHANGER_PORT = PORT + 5;
  static final int DNS_PORT = PORT + 6;

  /** As a number of mails: until the load is stopped. */
  static final int WITHOUT_END = Integer.MAX_VALUE;

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final LedgerSink sink;
  private final DnsStub dns;
  private final Hub hub;
  private final List<LedgerRun> loads = new ArrayList<>();

  /** A site whose sink listens and whose hub is not started. */
  CrashSite(LedgerPlan plan) throws IOException {
    ledger = new Ledger(plan);
    sink = new LedgerSink(ledger, EXCHANGER, EXCHANGER_PORT);
    sink.up();
    dns = new DnsStub(DNS_PORT);
    for (int i = 0; i < plan.domains(); i++) {
      exchanger(LedgerPlan.domain(i));
    }
    exchanger(LedgerPlan.SENDER_DOMAIN);
    hub = hub(plan.run());
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

  Ledger ledger() {
    return ledger;
  }

  LedgerSink sink() {
    return sink;
  }

  Hub hub() {
    return hub;
  }

  /** A load of so many further mails to the hub that runs from now on. */
  LedgerRun load(int mails, int rate, int sessions) {
    int before = ledger.sent().keySet().stream().max(Integer::compare).orElse(0);
    int last = mails == WITHOUT_END ? WITHOUT_END : before + mails;
    LedgerLoad load = new LedgerLoad(ledger, hub.smtpPort(), before + 1, last, rate);
    LedgerRun run = new LedgerRun(load, sessions);
    loads.add(run);
    return run;
  }

  /** Kills the hub without any warning, and notes it. */
  void kill() {
    ledger.killed();
    hub.killNine();
  }

  /** Waits until the queue is empty and nothing comes any more, and judges the run. */
  void settle() throws IOException {
    hub.awaitEmptyQueue(PATIENCE);
    ledger.queued(hub.queuedRecipients());
    new Invariants(ledger).check();
  }

  @Override
  public void close() throws IOException {
    loads.forEach(LedgerRun::abort);
    hub.close();
    loads.forEach(LedgerRun::close);
    sink.close();
    dns.close();
  }
}
