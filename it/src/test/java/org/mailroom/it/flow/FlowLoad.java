package org.mailroom.it.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.mailroom.it.client.RawSmtp;

/** Sends numbered mails to a hub, as fast as it takes them or at a rate. All must be taken. */
final class FlowLoad {

  private static final int MAILS_OF_ONE_CONNECTION = 500;

  private final int port;
  private final String sender;
  private final IntFunction<String> recipients;
  private int octets = 2000;
  private int sessions = 20;
  private int rate;
  private IntConsumer begun = number -> {};

  /** Mails of {@code sender}; the recipient of each is told by its number, counted from 0. */
  FlowLoad(int port, String sender, IntFunction<String> recipients) {
    this.port = port;
    this.sender = sender;
    this.recipients = recipients;
  }

  FlowLoad octets(int each) {
    octets = each;
    return this;
  }

  FlowLoad sessions(int count) {
    sessions = count;
    return this;
  }

  /** At most so many a second. */
  FlowLoad rate(int mailsPerSecond) {
    rate = mailsPerSecond;
    return this;
  }

  /** Is told the number of each mail before it is sent. */
  FlowLoad noting(IntConsumer listener) {
    begun = listener;
    return this;
  }

  /** Returns when all of them are answered. */
  void send(int count) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        running.add(threads.submit(() -> session(next, count, start)));
      }
      for (Future<?> session : running) {
        session.get();
      }
    }
  }

  private Void session(AtomicInteger next, int count, long start) throws IOException {
    String content =
        "Subject: flow\r\n\r\n" + ("x".repeat(70) + "\r\n").repeat(octets / 72) + ".\r\n";
    while (next.get() < count) {
      connection(next, count, start, content.getBytes(US_ASCII));
    }
    return null;
  }

  /** A hub takes no more than a thousand mails over one connection. */
  private void connection(AtomicInteger next, int count, long start, byte[] content)
      throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(port).patient().ehlo()) {
      for (int i = 0; i < MAILS_OF_ONE_CONNECTION; i++) {
        int number = next.getAndIncrement();
        if (number >= count) {
          return;
        }
        if (rate > 0) {
          long due = start + number * Duration.ofSeconds(1).toNanos() / rate;
          LockSupport.parkNanos(due - System.nanoTime());
        }
        begun.accept(number);
        smtp.sendLines(
            "MAIL FROM:<" + sender + ">", "RCPT TO:<" + recipients.apply(number) + ">", "DATA");
        smtp.expect("250");
        smtp.expect("250");
        smtp.expect("354");
        smtp.send(content).expect("250");
      }
    }
  }
}
