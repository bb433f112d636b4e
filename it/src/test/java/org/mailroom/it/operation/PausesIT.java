package org.mailroom.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.ScriptedNextHop;

/** Pauses and limits, over a stop and over a kill. */
class PausesIT {

  private static final int PORT = PortRange.next();
  private static final int OF_INTAKE = PortRange.next();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void pausesAndLimitsOutliveARestartAndAKill() throws IOException {
    String hop = "[127.0.0.1]:" + (PORT + 5);
    try (ScriptedNextHop nextHop = ScriptedNextHop.listen("127.0.0.1", PORT + 5);
        Hub hub = new Hub("pauses", PORT).relayingTo(PORT + 5).start()) {
      assertThat(hub.run("pause", "intake").exitCode()).as("without a reason").isEqualTo(2);
      hub.run("pause", hop, "--reason", "they move").success();
      hub.run("limit", hop, "--connections", "2", "--reason", "they asked").success();
      RawSmtp.deliver(PORT, "ann@sender.test", Mails.simple("paused"), "bob@far.test");
      await().atMost(PATIENCE).until(() -> hub.count("deferred") == 1);
      hub.stop().success();
      hub.start();
      hub.run("pause", "relay", "--reason", "maintenance", "--for", "1h").success();
      hub.killNine();
      hub.start();
      assertThat(hub.run("queue", "destinations", "--json").success().out())
          .contains("they move", "\"paused\"");
      assertThat(hub.run("audit", "list").success().out())
          .contains("pause", "limit", "they asked", "2 connections", "maintenance");
      assertThat(hub.run("resume", "relay").success().out()).contains("relay is resumed");
      assertThat(hub.run("queue", "retry", "all").success().out()).contains("1 retried");
      await().atMost(PATIENCE).until(() -> hub.count("deferred") == 1);
      assertThat(nextHop.mails()).as("the next hop is still paused").isEmpty();
      assertThat(hub.run("resume", hop).success().out()).contains("is resumed");
      nextHop.awaitMailFor("bob@far.test");
    }
  }

  @Test
  void aPausedIntakeTurnsConnectionsAway() throws IOException {
    try (Hub hub = new Hub("paused-intake", OF_INTAKE).start()) {
      hub.run("pause", "intake", "--reason", "moving house").success();
      try (RawSmtp smtp = RawSmtp.connectSilently("127.0.0.1", OF_INTAKE)) {
        assertThat(smtp.reply()).startsWith("421");
      }
      assertThat(hub.run("resume", "intake").success().out()).contains("intake is resumed");
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                try (RawSmtp smtp = RawSmtp.connectSilently("127.0.0.1", OF_INTAKE)) {
                  return smtp.reply().startsWith("220");
                }
              });
      assertThat(hub.run("resume", "intake").success().out()).contains("was not paused");
    }
  }
}
