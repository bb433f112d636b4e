package org.mailroom.it.fault;

import java.io.IOException;
import java.nio.file.Path;
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

/** A hub, the smart host that it relays to, and a ledger of what becomes of each mail. */
final class FaultSite implements AutoCloseable {

  /** All scenarios use the same ports, one after the other. */
  private static final int PORT = 1000 * Integer.getInteger("mailroom.it.ports", 25) + 500;

  /** Whose mail is taken only for the domains of the hub. */
  static final String STRANGER = "127.0.0.9";

  private static final int SINK_PORT = PORT + 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final LedgerSink sink;
  private final Hub hub;
  private final List<LedgerRun> loads = new ArrayList<>();

  private FaultSite(LedgerPlan plan, Hub hub) throws IOException {
    this.hub = hub.relayingTo(SINK_PORT).with("TRUSTED_NETWORKS", "127.0.0.1/32,::1/128");
    ledger = new Ledger(plan);
    sink = new LedgerSink(ledger, "127.0.0.1", SINK_PORT);
    sink.up();
  }

  /** A site whose hub is not started, with mails of {@code size} octets. */
  static FaultSite of(String name, int size) throws IOException {
    return new FaultSite(LedgerPlan.plain(name, size), new Hub(name, PORT));
  }

  /** The same, with its data in a folder that exists. */
  static FaultSite in(Path data, String name, int size) throws IOException {
    return new FaultSite(LedgerPlan.plain(name, size), Hub.in(data, name, PORT));
  }

  Hub hub() {
    return hub;
  }

  Ledger ledger() {
    return ledger;
  }

  LedgerSink sink() {
    return sink;
  }

  /** A load that runs from now on. */
  LedgerRun load(int mails, int rate, int sessions) {
    LedgerLoad load = new LedgerLoad(ledger, hub.smtpPort(), 1, mails, rate);
    LedgerRun run = new LedgerRun(load, sessions);
    loads.add(run);
    return run;
  }

  /** Waits until the queue is empty, and judges what became of every mail. */
  void settle() throws IOException {
    hub.awaitEmptyQueue(PATIENCE);
    ledger.queued(hub.queuedRecipients());
    new Invariants(ledger).check();
  }

  /** True when the status warns with this beginning. */
  boolean warns(String beginning) {
    try {
      return hub.api("status").getJsonArray("warnings").stream()
          .anyMatch(warning -> warning.toString().startsWith('"' + beginning));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    loads.forEach(LedgerRun::abort);
    hub.close();
    loads.forEach(LedgerRun::close);
    sink.close();
  }
}
