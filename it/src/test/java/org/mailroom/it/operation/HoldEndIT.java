package org.mailroom.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;

/** Holds with an end, over a kill and with many mails. */
class HoldEndIT {

  private static final int PORT = PortRange.next();
  private static final int MANY = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private ScriptedNextHop nextHop;
  private Hub hub;

  @BeforeEach
  void startHub() throws IOException {
    nextHop = ScriptedNextHop.listen("127.0.0.1", PORT + 5);
    hub = new Hub("hold-end", PORT).relayingTo(PORT + 5).start();
    hub.run("pause", "relay", "--reason", "to have mail to hold").success();
  }

  @AfterEach
  void stopHub() throws IOException {
    hub.close();
    nextHop.close();
  }

  @Test
  void aHoldThatIsOverWhileTheHubIsDownEndsAfterTheStart() throws IOException {
    String endless = queued("bob@endless.test");
    String brief = queued("bob@brief.test");
    Instant end = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
    assertThat(hold(endless)).isEqualTo("1 held");
    assertThat(hold(brief, "--until", end.toString())).isEqualTo("1 held");
    assertThat(hold(brief, "--until", "1s")).isEqualTo("0 held, 1 skipped: held");
    assertThat(hub.run("queue", "show", brief).success().out()).contains("hold_end");
    hub.run("resume", "relay").success();
    hub.killNine();
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
    hub.start();
    RelayedMail released = nextHop.awaitMailFor("bob@brief.test");
    assertThat(released.contentAsSent()).isEqualTo(Mails.simple("held"));
    assertThat(hub.count("held")).isEqualTo(1);
    assertThat(nextHop.mails()).noneMatch(mail -> mail.isFor("bob@endless.test"));
    assertThat(hub.run("audit", "list").success().out())
        .containsPattern("hub +release .*time is over");
    assertThat(hub.run("audit", "list", "--json").success().out())
        .contains("\"after\":\"until " + end + '"');
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(hub.run("trace", brief).success().out())
                    .contains("until " + end, "time is over"));
  }

  @Test
  void manyHoldsEndByOneJobAndEachMailIsRelayedOnce() throws IOException {
    for (int i = 0; i < MANY; i++) {
      RawSmtp.deliver(PORT, "ann@sender.test", Mails.simple("held"), "bob" + i + "@many.test");
    }
    await().atMost(PATIENCE).until(() -> hub.count("deferred") == MANY);
    assertThat(hold("domain:many.test", "--until", "20s")).isEqualTo(MANY + " held");
    assertThat(total("hold<2m")).isEqualTo(MANY);
    assertThat(total("hold>2m")).isZero();
    hub.run("resume", "relay").success();
    await().atMost(PATIENCE).until(() -> nextHop.mails().size() >= MANY);
    await().atMost(PATIENCE).until(() -> total("all") == 0);
    assertThat(nextHop.mails().stream().map(RelayedMail::rcpts).distinct()).hasSize(MANY);
    assertThat(nextHop.mails()).hasSize(MANY);
    assertThat(hub.run("audit", "list").success().out())
        .containsPattern("hub +release .*" + MANY + " released");
  }

  private int total(String filter) throws IOException {
    return (int) hub.run("queue", "list", filter).success().out().lines().skip(1).count();
  }

  private String queued(String recipient) throws IOException {
    String id = RawSmtp.deliver(PORT, "ann@sender.test", Mails.simple("held"), recipient);
    await(id)
        .atMost(PATIENCE)
        .until(
            () -> hub.run("queue", "list", "state:deferred id:" + id).success().out().contains(id));
    return id;
  }

  private String hold(String filter, String... end) throws IOException {
    List<String> words = new ArrayList<>(List.of("queue", "hold", filter, "--reason", "a test"));
    words.addAll(List.of(end));
    return hub.run(words.toArray(String[]::new)).success().out().strip();
  }
}
