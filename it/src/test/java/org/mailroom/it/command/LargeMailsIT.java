package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.client.Stuffing;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;

/** Fifty of the largest mails at once, in and out, within the default heap. */
class LargeMailsIT {

  private static final int MAILS = 50;
  private static final int SIZE = 36 << 20;
  private static final int NEXT_HOP = HubPorts.LARGE + 5;

  @Test
  void fiftyOfTheLargestMailsAtOnce() throws IOException, InterruptedException, ExecutionException {
    byte[] stuffed = Stuffing.stuffed(Mails.ofSize(SIZE));
    try (ScriptedNextHop nextHop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub =
            new Hub("large-mails", HubPorts.LARGE).relayingTo(NEXT_HOP).with("HEAP", "1g").start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      nextHop.keeping(0);
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 1; i <= MAILS; i++) {
        String to = "n" + i + "@large.test";
        sent.add(threads.submit(() -> send(hub.smtpPort(), to, stuffed)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
      List<RelayedMail> mails = nextHop.awaitMails(MAILS);
      assertThat(mails).allMatch(mail -> mail.size() > SIZE);
      assertThat(mails).flatExtracting(RelayedMail::rcpts).doesNotHaveDuplicates().hasSize(MAILS);
      hub.awaitEmptyQueue();
    }
  }

  private static Void send(int port, String to, byte[] stuffed) throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(port).patient().ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test> SIZE=" + SIZE, "250");
      smtp.command("RCPT TO:<" + to + ">", "250");
      smtp.command("DATA", "354");
      smtp.send(stuffed).expect("250");
    }
    return null;
  }
}
