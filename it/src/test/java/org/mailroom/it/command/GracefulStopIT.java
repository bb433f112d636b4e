package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.client.Stuffing;
import org.mailroom.it.peer.ScriptedNextHop;

/** A stop: whoever is idle is told, whoever sends content may finish, and nothing is lost. */
class GracefulStopIT {

  private static final int NEXT_HOP = HubPorts.GRACEFUL + 5;

  @Test
  void idleSessionsGet421AndOneInDataGetsIts250()
      throws IOException, InterruptedException, ExecutionException {
    try (ScriptedNextHop nextHop = ScriptedNextHop.down("127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("graceful", HubPorts.GRACEFUL).relayingTo(NEXT_HOP).start();
        RawSmtp idle = RawSmtp.connect(hub.smtpPort()).ehlo();
        RawSmtp sending = RawSmtp.connect(hub.smtpPort()).ehlo();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sending.command("MAIL FROM:<ann@corp.test>", "250");
      sending.command("RCPT TO:<bob@files.test>", "250");
      sending.command("DATA", "354");
      Future<Result> stopping = threads.submit(hub::stop);
      idle.expect("421");
      assertThat(idle.isClosedByHub()).isTrue();
      sending.send(Stuffing.stuffed(Mails.simple("at the last moment"))).expect("250");
      assertThat(stopping.get().success().error()).isEmpty();
      assertThat(hub.process()).isEmpty();

      nextHop.up();
      hub.start();
      assertThat(nextHop.awaitMailFor("bob@files.test").contentAsSent())
          .isEqualTo(Mails.simple("at the last moment"));
      hub.awaitEmptyQueue();
      assertThat(nextHop.mails()).hasSize(1);
    }
  }
}
