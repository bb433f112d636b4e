package org.mailroom.it.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.FaultProxy.Fault;

class FaultProxyTest {

  private static final byte[] CONTENT = Mails.ofSize(20_000);

  private final ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", 0);
  private final FaultProxy proxy;

  FaultProxyTest() throws IOException {
    proxy = new FaultProxy("127.0.0.1", 0, new InetSocketAddress(hop.host(), hop.port()));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    hop.close();
  }

  @Test
  void passesWhateverComes() throws IOException {
    RawSmtp.connect(proxy.port()).ehlo().transaction("a@x.test", CONTENT, "b@y.test");
    assertThat(hop.awaitMail().content()).isEqualTo(CONTENT);
    assertThat(proxy.connections()).isEqualTo(1);
  }

  @Test
  void refusesConnectionsUntilItDoesNotAnyMore() throws IOException {
    try (RawSmtp before = RawSmtp.connect(proxy.port())) {
      proxy.set(Fault.REFUSE);
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> RawSmtp.connect(proxy.port()));
      before.ehlo();
    }
    proxy.set(Fault.NONE);
    RawSmtp.connect(proxy.port()).ehlo().close();
  }

  @Test
  void aBlackHoleTakesWhatComesAndSaysNothing() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(proxy.port()).ehlo()) {
      proxy.set(Fault.BLACK_HOLE);
      smtp.patience(Duration.ofMillis(200));
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> smtp.command("NOOP"));
    }
    assertThat(hop.commands()).noneMatch(line -> line.contains("NOOP"));
  }

  @Test
  void dropsEveryConnection() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(proxy.port()).ehlo()) {
      proxy.set(Fault.DROP);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> smtp.command("NOOP"));
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> RawSmtp.connect(proxy.port()));
    }
  }

  @Test
  void cutsAConnectionInTheMiddleOfAContent() throws IOException {
    proxy.cutAfter(10_000);
    try (RawSmtp smtp = RawSmtp.connect(proxy.port()).ehlo()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> smtp.transaction("a@x.test", CONTENT, "b@y.test"));
    }
    assertThat(hop.mails()).isEmpty();
  }

  @Test
  void closesOneDirectionOnly() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(proxy.port()).ehlo()) {
      proxy.set(Fault.HALF_CLOSE);
      assertThat(smtp.isClosedByHub()).isTrue();
      smtp.sendLines("NOOP");
      hop.awaitCommands("NOOP", 1);
    }
  }

  @Test
  void delaysAndThrottles() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(proxy.port()).ehlo()) {
      proxy.delay(Duration.ofMillis(100));
      long begun = System.nanoTime();
      smtp.command("NOOP", "250");
      assertThat(System.nanoTime() - begun).isGreaterThan(200_000_000L);
      proxy.delay(Duration.ZERO);
      proxy.throttle(40_000);
      begun = System.nanoTime();
      smtp.transaction("a@x.test", CONTENT, "b@y.test");
      assertThat(System.nanoTime() - begun).isGreaterThan(450_000_000L);
    }
  }
}
