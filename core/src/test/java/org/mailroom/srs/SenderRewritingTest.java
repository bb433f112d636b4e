package org.mailroom.srs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

class SenderRewritingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Domain OURS = Domain.of("corp.test");
  private static final Domain THIRD = Domain.of("third.test");

  private final SenderRewriting today = on(NOW, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob@files.test",
        "bob=x=y@files.test",
        "bob+detail@sub.files.test",
        "\u5f20\u4e09@files.test"
      })
  void whatIsRewrittenIsRestored(String sender) {
    Address rewritten = today.rewrite(Address.parse(sender), OURS).orElseThrow();
    assertThat(rewritten.domain()).isEqualTo(OURS);
    assertThat(rewritten.localPart()).startsWith("SRS0=");
    assertThat(SenderRewriting.isRewritten(rewritten)).isTrue();
    assertThat(today.restore(rewritten)).contains(Address.parse(sender));
  }

  @Test
  void aDomainBeyondAsciiIsRewrittenInALabels() {
    Address rewritten = today.rewrite(Address.parse("bob@\u4f8b\u5b50.test"), OURS).orElseThrow();
    assertThat(rewritten.localPart()).endsWith("=xn--fsqu00a.test=bob");
  }

  @Test
  void anotherHubMayChangeTheCaseOfLetters() {
    Address rewritten = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow();
    Address lower = new Address(rewritten.localPart().toLowerCase(Locale.ROOT), OURS);
    assertThat(today.restore(lower)).contains(Address.parse("bob@files.test"));
  }

  @Test
  void anAddressIsValidFor21Days() {
    Address rewritten = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow();
    assertThat(on(NOW.plus(Duration.ofDays(21)), 1).restore(rewritten)).isPresent();
    assertThat(on(NOW.plus(Duration.ofDays(22)), 1).restore(rewritten)).isEmpty();
    assertThat(on(NOW.minus(Duration.ofDays(2)), 1).restore(rewritten)).isEmpty();
  }

  @Test
  void anotherHubsKeyRestoresNothing() {
    Address rewritten = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow();
    assertThat(on(NOW, 2).restore(rewritten)).isEmpty();
  }

  @Test
  void aForgedAddressIsNotRestored() {
    String local = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow().localPart();
    assertThat(today.restore(new Address(local.replace("bob", "eve"), OURS))).isEmpty();
    assertThat(today.restore(new Address(local.replace("files", "evil"), OURS))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob@corp.test",
        "SRS0=@corp.test",
        "SRS0=AAAAAA=AA=files.test@corp.test",
        "SRS0=AAAAAA=AA=files.test=@corp.test",
        "SRS1=AAAAAA=files.test@corp.test",
        "SRS2=AAAAAA=AA=files.test=bob@corp.test"
      })
  void whatThisHubDidNotWriteIsNotRestored(String address) {
    assertThat(today.restore(Address.parse(address))).isEmpty();
  }

  @Test
  void whatAnotherHubRewroteGoesBackToThatHub() {
    SenderRewriting second = on(NOW, 2);
    Address first = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow();
    Address again = second.rewrite(first, THIRD).orElseThrow();
    assertThat(again.localPart()).startsWith("SRS1=").contains("=corp.test==");
    assertThat(second.restore(again)).contains(first);
  }

  @Test
  void aThirdHubKeepsTheFirst() {
    Address first = today.rewrite(Address.parse("bob@files.test"), OURS).orElseThrow();
    Address second = on(NOW, 2).rewrite(first, THIRD).orElseThrow();
    SenderRewriting third = on(NOW, 3);
    Address last = third.rewrite(second, Domain.of("fourth.test")).orElseThrow();
    assertThat(last.localPart()).hasSameSizeAs(second.localPart());
    assertThat(third.restore(last)).contains(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a b\"@files.test",
        "bob@[192.0.2.1]",
        "0123456789012345678901234567890123456789@files.test"
      })
  void whatDoesNotFitIsNotRewritten(String sender) {
    assertThat(today.rewrite(Address.parse(sender), OURS)).isEqualTo(Optional.empty());
  }

  @Test
  void aKeyIsNotShown() {
    assertThat(key(7)).hasToString("SrsKey[********]");
  }

  private static SenderRewriting on(Instant time, int key) {
    return new SenderRewriting(key(key), Clock.fixed(time, ZoneOffset.UTC));
  }

  private static SrsKey key(int number) {
    byte[] octets = new byte[SrsKey.OCTETS];
    octets[0] = (byte) number;
    return new SrsKey(octets);
  }
}
