package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.client.Stuffing;
import org.mailroom.it.ledger.Ledger.Answer;

/**
 * Sends the mails of a plan over many sessions at once, each on a virtual thread, and notes what
 * was answered. When a hub dies or sends everybody away, its sessions connect again as soon as it
 * is back. No mail is sent twice once its content was begun.
 */
public final class LedgerLoad {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int FINAL_DOT = 3;
  private static final int TICKS_A_SECOND = 20;

  private final Ledger ledger;
  private final int port;
  private final AtomicInteger next;
  private final AtomicInteger answered = new AtomicInteger();
  private volatile int last;
  private final int rate;
  private final Semaphore permits = new Semaphore(0);
  private volatile boolean aborted;

  /** A load of mails 1 to {@code mails}, as fast as the hub takes them. */
  public LedgerLoad(Ledger ledger, int port, int mails) {
    this(ledger, port, 1, mails, 0);
  }

  /**
   * A load to a port of 127.0.0.1.
   *
   * @param first number that is sent
   * @param last number that is sent, unless the load is stopped before
   * @param rate mails a second, at most; 0 for as fast as the hub takes them
   */
  public LedgerLoad(Ledger ledger, int port, int first, int last, int rate) {
    this.ledger = ledger;
    this.port = port;
    this.next = new AtomicInteger(first - 1);
    this.last = last;
    this.rate = rate;
  }

  /** Mails begun so far. */
  public int begun() {
    return Math.min(next.get(), last);
  }

  /** Waits until this mail has been begun. */
  public void awaitBegun(int number) {
    await("mail " + number)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> begun() >= number);
  }

  /** Mails whose fate is known to the sender so far. */
  public int answered() {
    return answered.get();
  }

  /** Begins no further mail. */
  public void stop() {
    last = Math.min(last, next.get());
    permits.release(1_000_000);
  }

  /** Begins no further mail, and looks for the hub no more. */
  void abort() {
    aborted = true;
    stop();
  }

  /**
   * Sends them all, over so many sessions.
   *
   * @return nothing, so that it can be submitted as a task that throws
   */
  public Void run(int sessions) throws InterruptedException, ExecutionException {
    ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      if (rate == 0) {
        permits.release(1_000_000_000);
      } else {
        int each = Math.max(1, rate / TICKS_A_SECOND);
        Future<?> unused =
            pace.scheduleAtFixedRate(
                () -> permit(each), 0, 1_000_000_000L * each / rate, TimeUnit.NANOSECONDS);
      }
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        running.add(threads.submit(this::session));
      }
      for (Future<?> session : running) {
        session.get();
      }
    } finally {
      pace.shutdownNow();
    }
    return null;
  }

  /** What could not be sent while the hub was away is not made up for in a burst. */
  private void permit(int count) {
    if (permits.availablePermits() < rate) {
      permits.release(count);
    }
  }

  private int take() throws InterruptedException {
    permits.acquire();
    return next.incrementAndGet();
  }

  private Void session() throws InterruptedException {
    Turn turn = new Turn();
    while (turn.number <= last && !aborted) {
      try (RawSmtp smtp = connect()) {
        while (turn.number <= last && !aborted) {
          LedgerMail mail = ledger.plan().mail(turn.number);
          List<String> accepted = envelope(smtp, mail);
          turn.begun = true;
          if (!accepted.isEmpty()) {
            content(smtp, mail, accepted);
          }
          turn.goOn();
        }
      } catch (IOException e) {
        // The hub died, or sends everybody away. A mail whose content was not begun is sent again.
        if (turn.begun) {
          turn.goOn();
        }
      }
    }
    return null;
  }

  /** The number that a session is at. */
  private final class Turn {
    private int number;
    private boolean begun;

    Turn() throws InterruptedException {
      number = take();
    }

    void goOn() throws InterruptedException {
      answered.incrementAndGet();
      begun = false;
      number = take();
    }
  }

  /** Whose RCPT was accepted; all commands go out together. */
  private static List<String> envelope(RawSmtp smtp, LedgerMail mail) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("MAIL FROM:<" + mail.reversePath() + ">");
    mail.recipients().forEach(recipient -> lines.add("RCPT TO:<" + recipient + ">"));
    smtp.sendLines(lines.toArray(String[]::new));
    requirePositive(smtp.reply());
    List<String> accepted = new ArrayList<>();
    for (String recipient : mail.recipients()) {
      String reply = smtp.reply();
      if (reply.startsWith("2")) {
        accepted.add(recipient);
      } else {
        requirePositive(reply.startsWith("421") ? reply : "250");
      }
    }
    String reply = smtp.command(accepted.isEmpty() ? "RSET" : "DATA");
    if (!accepted.isEmpty() && !reply.startsWith("354")) {
      throw new IOException("DATA was answered " + reply);
    }
    return accepted;
  }

  private void content(RawSmtp smtp, LedgerMail mail, List<String> accepted) throws IOException {
    LedgerMail taken =
        new LedgerMail(mail.run(), mail.number(), mail.reversePath(), accepted, mail.size());
    byte[] stuffed = Stuffing.stuffed(mail.content());
    Answer onLoss = Answer.UNFINISHED;
    try {
      smtp.send(java.util.Arrays.copyOf(stuffed, stuffed.length - FINAL_DOT));
      onLoss = Answer.UNKNOWN;
      String reply = smtp.send(".\r\n".getBytes(US_ASCII)).reply();
      ledger.answered(taken, reply.startsWith("2") ? Answer.TAKEN : Answer.REFUSED, reply);
    } catch (IOException e) {
      ledger.answered(taken, onLoss, "");
      throw e;
    }
  }

  private static void requirePositive(String reply) throws IOException {
    if (!reply.startsWith("2")) {
      throw new IOException("The hub takes no mail now: " + reply);
    }
  }

  private RawSmtp connect() throws IOException {
    AtomicReference<RawSmtp> connection = new AtomicReference<>();
    await("the hub's port " + port)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              RawSmtp smtp = null;
              if (aborted) {
                return true;
              }
              try {
                smtp = RawSmtp.connectSilently("127.0.0.1", port).patient();
                requirePositive(smtp.reply());
                requirePositive(smtp.command("EHLO ledger.test"));
                connection.set(smtp);
                return true;
              } catch (IOException e) {
                if (smtp != null) {
                  smtp.close();
                }
                return false;
              }
            });
    if (aborted) {
      throw new IOException("The load was aborted");
    }
    return connection.get();
  }
}
