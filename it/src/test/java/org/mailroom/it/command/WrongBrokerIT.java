package org.mailroom.it.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.ScriptedNextHop;

/**
 * A server whose broker somebody has set up in another way: the hub refuses to start, opens no port
 * and names all that is wrong; set right, it has its queue as it was.
 */
class WrongBrokerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PORT = HubPorts.BROKER_SETTINGS;
  private static final int NEXT_HOP = PORT + 5;

  @Test
  void allWrongSettingsOfTheBrokerAreNamedAndNoPortIsOpened() throws IOException {
    try (ScriptedNextHop hop = ScriptedNextHop.down("127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("wrong-broker", PORT).with("RETRY", "1h").relayingTo(NEXT_HOP).start()) {
      RawSmtp.deliver(PORT, "ann@corp.test", Mails.simple("waits"), "bob@far.test");
      await("waiting").atMost(PATIENCE).until(() -> hub.count("deferred") == 1);
      hub.stop().success();

      Path configuration = hub.data().resolve("server/configuration/mailroom.xml");
      String sound = Files.readString(configuration);
      String wrong =
          replaced(sound, " max-delivery-attempts=\"20\"", " max-delivery-attempts=\"10\"");
      wrong = replaced(wrong, " redelivery-delay=\"60000\"", " redelivery-delay=\"0\"");
      wrong =
          replaced(
              wrong,
              " dead-letter-address=\"jms.queue.mailroom.dead\"",
              " dead-letter-address=\"jms.queue.DLQ\"");
      wrong = replaced(wrong, " global-max-disk-usage=\"95\"", " global-max-disk-usage=\"100\"");
      Files.writeString(configuration, wrong);

      Result refused = startWithoutAPort(hub);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.out()).doesNotContain("ready");
      assertThat(refused.problems()).as("a line for each problem").hasSize(4);
      assertThat(refused.problems().get(0)).contains("Mailroom can't start");
      isNamed(refused, "max-delivery-attempts", "mailroom.relay", "is 10: expected 20");
      isNamed(refused, "redelivery-delay", "mailroom.deferred", "is 0: expected 60000");
      isNamed(refused, "dead-letter-address", "DLQ: expected jms.queue.mailroom.dead");
      isNamed(refused, "global-max-disk-usage is 100: expected 91 to 99");
      assertThat(hub.process()).as("its server").isEmpty();

      Files.writeString(configuration, sound);
      hub.start();
      assertThat(hub.count("deferred")).isEqualTo(1);
      hop.up();
      hub.run("queue", "retry", "all").success();
      hop.awaitMailFor("bob@far.test");
    }
  }

  /** Each attribute stands there once: it is that of all queues. */
  private static String replaced(String xml, String sound, String wrong) {
    assertThat(xml.split(sound, -1)).as(sound).hasSize(2);
    return xml.replace(sound, wrong);
  }

  private static void isNamed(Result refused, String... words) {
    assertThat(refused.problems())
        .as("names " + String.join(" ", words))
        .anySatisfy(line -> assertThat(line).contains(words));
  }

  /** Starts it, and looks at its port all the while. */
  private static Result startWithoutAPort(Hub hub) throws IOException {
    Path out = Path.of("target/programs/wrong-broker-out.txt").toAbsolutePath();
    Path error = Path.of("target/programs/wrong-broker-err.txt").toAbsolutePath();
    Files.createDirectories(out.getParent());
    Process start = hub.command("start").start(out, error);
    List<String> connected = new ArrayList<>();
    try {
      await("the end of start")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                if (isOpen()) {
                  connected.add("SMTP");
                }
                return !start.isAlive();
              });
    } finally {
      start.destroyForcibly();
    }
    assertThat(connected).as("ports that were open for a moment").isEmpty();
    assertThat(isOpen()).isFalse();
    return new Result(
        start.exitValue(), Files.readString(out, UTF_8), Files.readString(error, UTF_8));
  }

  private static boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
