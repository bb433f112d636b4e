package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;

/** The first MX host can't, the second can: the mail arrives in the first attempt. */
class FallbackMxIT extends DeployedHub {

  @Test
  void aHostThatRefusesConnectionsIsPassedOver() throws IOException {
    DNS.mx("fallback.test", 10, "mx1.fallback.test").mx("fallback.test", 20, "mx2.fallback.test");
    DNS.address("mx1.fallback.test", Site.newAddress());
    arrivesAtTheSecond("fallback.test", "mx2.fallback.test");
  }

  @Test
  void aHostThatIsTooBusyToGreetIsPassedOver() throws IOException {
    String first = Site.newAddress();
    DNS.mx("busy-mx.test", 10, "mx1.busy-mx.test").mx("busy-mx.test", 20, "mx2.busy-mx.test");
    DNS.address("mx1.busy-mx.test", first);
    try (ScriptedNextHop busy = ScriptedNextHop.listen(first, NEXT_HOP_PORT)) {
      busy.script().at(Stage.GREETING, Action.replyAndDrop("421 4.3.2 too busy"));
      arrivesAtTheSecond("busy-mx.test", "mx2.busy-mx.test");
      assertThat(busy.connections()).isPositive();
    }
  }

  private static void arrivesAtTheSecond(String domain, String host) throws IOException {
    String address = Site.newAddress();
    DNS.address(host, address);
    try (ScriptedNextHop second = ScriptedNextHop.listen(address, NEXT_HOP_PORT)) {
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("mx"), "bob@" + domain);
      second.awaitMail();
      MailLog.awaitLine("delivered", "id=" + id, "attempt=1");
    }
  }

  @Test
  void aDomainWithoutMxIsReachedByItsAddress() throws IOException {
    String address = Site.newAddress();
    DNS.address("address-only.test", address);
    try (ScriptedNextHop hop = ScriptedNextHop.listen(address, NEXT_HOP_PORT)) {
      RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("no MX"), "bob@address-only.test");
      assertThat(hop.awaitMail().isFor("bob@address-only.test")).isTrue();
    }
  }
}
