package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;

/**
 * A next hop that thinks about a mail for more than five minutes before it takes it (F42): the hub
 * waits for ten, as RFC 5321 asks, and so sends the mail once.
 */
class LateDotIT {

  private static final Duration LATE = Duration.ofSeconds(320);
  private static final Duration LATER_THAN_THE_OTHERS = Duration.ofSeconds(15);
  private static final int PORT = PortRange.next();
  private static final int NEXT_HOP = PORT + 5;

  @Test
  @Tag("long")
  void aMailThatIsTakenAfter320SecondsComesOnce() throws IOException {
    takenAfter(LATE, "");
  }

  /** The same with a scale of seconds: the dot has a patience of its own. */
  @Test
  void aMailThatIsTakenLaterThanAnyOtherReplyMayComeComesOnce() throws IOException {
    String timeouts = "greeting=5s,ehlo=5s,mail=5s,rcpt=5s,data=5s,block=5s,dot=1m";
    takenAfter(LATER_THAN_THE_OTHERS, timeouts);
  }

  private static void takenAfter(Duration late, String timeouts) throws IOException {
    try (ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("late-dot", PORT).relayingTo(NEXT_HOP)) {
      hub.with("REMOTE_TIMEOUTS", timeouts).start();
      hop.script().once(Stage.DOT, Action.late(late, "250 2.0.0 taken at last"));
      RawSmtp.deliver(hub.smtpPort(), "ann@corp.test", Mails.simple("late"), "bob@files.test");
      hub.awaitEmptyQueue(late.plusMinutes(2));
      assertThat(hop.mails()).hasSize(1);
      assertThat(hop.connections()).isEqualTo(1);
      Figures.add("late-dot: one copy, taken after " + late.toSeconds() + " s");
    }
  }
}
