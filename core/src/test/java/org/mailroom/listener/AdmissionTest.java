package org.mailroom.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.IpLiteral;
import org.mailroom.transport.ConnectionLimits;

/** Who gets one connection more. */
class AdmissionTest {

  private static final InetAddress ANN = IpLiteral.parse("192.0.2.1");
  private static final InetAddress BOB = IpLiteral.parse("192.0.2.2");

  private final AtomicLong nanos = new AtomicLong();
  private final Admission admission = new Admission(nanos::get);

  @Test
  void aTokenGivenBackIsThereForTheNext() {
    ConnectionLimits one = new ConnectionLimits(1, 1, 100, 0);
    Admission.Token token = admission.admit(ANN, false, one).orElseThrow();

    assertThat(admission.admit(BOB, false, one)).isEmpty();
    token.close();
    assertThat(admission.admit(BOB, false, one)).isPresent();
  }

  @Test
  void aTokenGivenBackTwiceCountsOnce() {
    ConnectionLimits one = new ConnectionLimits(1, 1, 100, 0);
    Admission.Token token = admission.admit(ANN, false, one).orElseThrow();
    token.close();
    token.close();

    assertThat(admission.admit(BOB, false, one)).isPresent();
    assertThat(admission.admit(BOB, true, one)).isEmpty();
  }

  @Test
  void anUntrustedAddressHasItsOwnLimit() {
    ConnectionLimits two = new ConnectionLimits(100, 2, 100, 0);
    Optional<Admission.Token> first = admission.admit(ANN, false, two);
    assertThat(first).isPresent();
    assertThat(admission.admit(ANN, false, two)).isPresent();

    assertThat(admission.admit(ANN, false, two)).isEmpty();
    assertThat(admission.admit(BOB, false, two)).isPresent();
    assertThat(admission.admit(ANN, true, two)).isPresent();
    first.get().close();
    assertThat(admission.admit(ANN, false, two)).isPresent();
  }

  @Test
  void aHostCountsOnceForAllItsAddressesOfIpv6() {
    ConnectionLimits one = new ConnectionLimits(100, 1, 100, 0);
    assertThat(admission.admit(IpLiteral.parse("2001:db8:0:1::1"), false, one)).isPresent();
    assertThat(admission.admit(IpLiteral.parse("2001:db8:0:1::2"), false, one)).isEmpty();
    assertThat(admission.admit(IpLiteral.parse("2001:db8:0:2::1"), false, one)).isPresent();
  }

  @Test
  void reservedConnectionsAreForTrustedPeersOnly() {
    ConnectionLimits reserved = new ConnectionLimits(2, 100, 100, 1);
    assertThat(admission.admit(ANN, false, reserved)).isPresent();
    assertThat(admission.admit(BOB, false, reserved)).isEmpty();
    assertThat(admission.admit(BOB, true, reserved)).isPresent();
    assertThat(admission.admit(BOB, true, reserved)).isEmpty();
  }

  @Test
  void newConnectionsOfAnUntrustedAddressAreLimitedInEachMinute() {
    ConnectionLimits two = new ConnectionLimits(100, 100, 2, 0);
    admission.admit(ANN, false, two).orElseThrow().close();
    admission.admit(ANN, false, two).orElseThrow().close();

    assertThat(admission.admit(ANN, false, two)).isEmpty();
    assertThat(admission.admit(BOB, false, two)).isPresent();
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(admission.admit(ANN, false, two)).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(admission.admit(ANN, false, two)).isPresent();
  }
}
