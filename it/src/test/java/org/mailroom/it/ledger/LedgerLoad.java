package org.mailroom.it.ledger;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.it.client.RawSmtp;

/**
 * Sends the mails of a ledger over many sessions at once, each on a virtual thread, and notes what
 * was answered. When a hub dies, its sessions connect again as soon as it is back.
 */
public final class LedgerLoad {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final int port;
  private final int mails;
  private final AtomicInteger next = new AtomicInteger();

  /** A load of mails 1 to {@code mails} to a port of 127.0.0.1. */
  public LedgerLoad(Ledger ledger, int port, int mails) {
    this.ledger = ledger;
    this.port = port;
    this.mails = mails;
  }

  /** Mails begun so far. */
  public int begun() {
    return Math.min(next.get(), mails);
  }

  /**
   * Sends them all, over so many sessions.
   *
   * @return nothing, so that it can be submitted as a task that throws
   */
  public Void run(int sessions) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        running.add(threads.submit(this::session));
      }
      for (Future<?> session : running) {
        session.get();
      }
    }
    return null;
  }

  private void session() {
    int number = next.incrementAndGet();
    while (number <= mails) {
      try (RawSmtp smtp = connect()) {
        while (number <= mails) {
          int sent = number;
          begin(smtp, sent);
          number = next.incrementAndGet();
          end(smtp, sent);
        }
      } catch (IOException e) {
        // The hub died. A mail whose content was not sent yet is sent again over the next session.
      }
    }
  }

  private void begin(RawSmtp smtp, int number) throws IOException {
    smtp.command("MAIL FROM:<ledger@sender.test>", "250");
    smtp.command("RCPT TO:<n" + number + "@ledger.test>", "250");
    smtp.command("DATA", "354");
  }

  private void end(RawSmtp smtp, int number) {
    Ledger.Answer answer = Ledger.Answer.UNKNOWN;
    try {
      String reply = smtp.content(ledger.mail(number).content());
      answer = reply.startsWith("250") ? Ledger.Answer.TAKEN : Ledger.Answer.REFUSED;
    } catch (IOException e) {
      // What the hub would have said is not known.
    }
    ledger.answered(number, answer);
  }

  private RawSmtp connect() {
    AtomicReference<RawSmtp> connection = new AtomicReference<>();
    await("the hub's port " + port)
        .atMost(PATIENCE)
        .until(
            () -> {
              try {
                connection.set(RawSmtp.connect(port).ehlo());
                return true;
              } catch (IOException e) {
                return false;
              }
            });
    return connection.get();
  }
}
