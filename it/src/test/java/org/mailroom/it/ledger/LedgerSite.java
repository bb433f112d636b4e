package org.mailroom.it.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.it.command.Hub;

/** A hub, the sink that it relays to, and a ledger of what becomes of each mail. */
public class LedgerSite implements AutoCloseable {

  /** As a number of mails: until the load is stopped. */
  public static final int WITHOUT_END = Integer.MAX_VALUE;

  private final Ledger ledger;
  private final LedgerSink sink;
  private final Hub hub;
  private final Duration patience;
  private final List<LedgerRun> loads = new ArrayList<>();

  /**
   * A site whose sink listens at a loopback address, and whose hub is not started.
   *
   * @param patience until the queue is empty at the end
   */
  protected LedgerSite(LedgerPlan plan, String host, int port, Hub hub, Duration patience)
      throws IOException {
    this.ledger = new Ledger(plan);
    this.sink = new LedgerSink(ledger, host, port);
    this.hub = hub;
    this.patience = patience;
    sink.up();
  }

  /** What was sent, answered, delivered and reported. */
  public final Ledger ledger() {
    return ledger;
  }

  /** Where the mail arrives. */
  public final LedgerSink sink() {
    return sink;
  }

  /** The hub that is tested. */
  public final Hub hub() {
    return hub;
  }

  /** A load of so many further mails to the hub that runs from now on. */
  public final LedgerRun load(int mails, int rate, int sessions) {
    int before = ledger.sent().keySet().stream().max(Integer::compare).orElse(0);
    int last = mails == WITHOUT_END ? WITHOUT_END : before + mails;
    LedgerLoad load = new LedgerLoad(ledger, hub.smtpPort(), before + 1, last, rate);
    LedgerRun run = new LedgerRun(load, sessions);
    loads.add(run);
    return run;
  }

  /** Kills the hub without any warning, and notes it. */
  public final void kill() {
    ledger.killed();
    hub.killNine();
  }

  /** Waits until the queue is empty, and judges what became of every mail. */
  public final void settle() throws IOException {
    hub.awaitEmptyQueue(patience);
    ledger.queued(hub.queuedRecipients());
    new Invariants(ledger).check();
  }

  @Override
  public void close() throws IOException {
    loads.forEach(LedgerRun::abort);
    hub.close();
    loads.forEach(LedgerRun::close);
    sink.close();
  }
}
