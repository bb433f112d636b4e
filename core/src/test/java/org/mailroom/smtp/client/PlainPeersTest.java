package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlainPeersTest {

  private final AtomicLong now = new AtomicLong();
  private final PlainPeers peers = new PlainPeers(now::get);

  @Test
  void aPeerIsRememberedForAnHour() {
    assertThat(peers.contains(peer(25))).isFalse();
    assertThat(peers.add(peer(25))).isTrue();
    now.addAndGet(Duration.ofHours(1).toNanos() - 1);
    assertThat(peers.contains(peer(25))).isTrue();
    assertThat(peers.contains(peer(26))).isFalse();
    now.addAndGet(1);
    assertThat(peers.contains(peer(25))).isFalse();
    assertThat(peers.add(peer(25))).isTrue();
  }

  @Test
  void aPeerThatIsKnownIsNotNews() {
    assertThat(peers.add(peer(25))).isTrue();
    assertThat(peers.add(peer(25))).isFalse();
  }

  @Test
  void ofManyPeersTheOldestIsForgotten() {
    for (int port = 1; port <= PlainPeers.MOST + 1; port++) {
      peers.add(peer(port));
    }
    assertThat(peers.contains(peer(1))).isFalse();
    assertThat(peers.contains(peer(2))).isTrue();
    assertThat(peers.contains(peer(PlainPeers.MOST + 1))).isTrue();
  }

  private static SmtpPeer peer(int port) {
    return new SmtpPeer(
        "sink.test",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        StartTls.IF_OFFERED);
  }
}
