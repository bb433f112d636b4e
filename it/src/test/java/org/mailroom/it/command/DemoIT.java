package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A fresh hub that has something to look at. */
class DemoIT {

  @Test
  void aFreshHubHasPeopleTrafficAndAFailingDestinationOnce() throws IOException {
    try (Hub hub = new Hub("demo", HubPorts.DEMO)) {
      hub.with("RETRY", "1h").start();
      assertThat(hub.run("demo").success().out()).contains("ann@harbour.example", "password");
      assertThat(hub.run("account", "list").success().out())
          .contains("li.na@harbour.example", "王伟");
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> {
                assertThat(hub.run("queue", "list", "state:held").success().out())
                    .contains("legal@partner.example");
                assertThat(hub.run("queue", "list", "state:deferred").success().out())
                    .contains("purchasing@partner.example");
                assertThat(
                        hub.run("trace", "--recipient", "everyone@harbour.example").success().out())
                    .contains("The new mail hub is here");
              });
      Result again = hub.run("demo");
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.problems()).singleElement().asString().contains("people or mail of its own");
    }
  }
}
