package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;

/** A foreign client: swaks. */
class SwaksIT {

  private static final int NEXT_HOP = HubPorts.SWAKS + 5;

  private static Hub hub;
  private static ScriptedNextHop nextHop;

  @BeforeAll
  static void startHub() throws IOException {
    nextHop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
    hub = new Hub("swaks", HubPorts.SWAKS).relayingTo(NEXT_HOP).start();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    nextHop.close();
  }

  @Test
  void aMailFromSwaksReachesTheSmartHost() throws IOException {
    swaks("--to", "plain@files.test", "--header", "Subject: from swaks").success();
    RelayedMail mail = nextHop.awaitMailFor("plain@files.test");
    assertThat(mail.text()).contains("Subject: from swaks");
  }

  @Test
  void pipeliningAndManyRecipients() throws IOException {
    swaks("--pipeline", "--to", "a@files.test,b@files.test,c@files.test").success();
    assertThat(nextHop.awaitMailFor("c@files.test").rcpts()).hasSize(3);
  }

  @Test
  void anAttachment() throws IOException {
    swaks("--to", "attached@files.test", "--attach", "@pom.xml").success();
    assertThat(nextHop.awaitMailFor("attached@files.test").text()).contains("multipart/mixed");
  }

  private static Result swaks(String... arguments) throws IOException {
    return Program.ofDebian("swaks", "swaks")
        .with("--server", "127.0.0.1:" + HubPorts.SWAKS, "--from", "ann@corp.test")
        .with(arguments)
        .run();
  }
}
