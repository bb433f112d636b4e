package org.mailroom.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Corp;
import org.mailroom.mail.Address;
import org.mailroom.mail.IpLiteral;
import org.mailroom.sasl.Credentials;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.SaslExchange;
import org.mailroom.sasl.ServerExchange;
import org.mailroom.sasl.ServerStep;
import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.mailroom.sasl.ServerStep.ProofClaim;
import org.mailroom.settings.Secret;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;

/** Who is let in, who has to wait, and who is locked out. */
class HubLoginsTest {

  private static final PasswordHashing HASHING = new PasswordHashing();
  private static final StoredPassword SECRET = HASHING.hash(new Secret("correct horse"));
  private static final StoredPassword OTHER = HASHING.hash(new Secret("battery staple"));
  private static final InetAddress HOME = IpLiteral.parse("192.0.2.1");
  private static final InetAddress OFFICE = IpLiteral.parse("192.0.2.2");
  private static final LoginAnswer LOCKED = new LoginAnswer.Locked();

  private final DirectorySnapshot corp =
      new MemorySnapshot(
          Corp.data(), new SenderRewriting(new SrsKey(new byte[SrsKey.OCTETS]), Clock.systemUTC()));
  private final Map<Address, StoredPassword> stored =
      new HashMap<>(Map.of(Address.parse("Ann@corp.test"), SECRET));
  private final AtomicLong now = new AtomicLong();
  private final HubLogins logins;

  HubLoginsTest() throws SettingsException {
    logins =
        new HubLogins(
            SettingsParser.parse(Map.of("MAILROOM_DOMAIN", "corp.test")),
            () -> corp,
            account -> Optional.ofNullable(stored.get(account)),
            HASHING,
            now::get);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ann@corp.test", "ann@corp.test", "ANN@CORP.TEST", "ann", "ann@corp.example"})
  void aUserMayBeWrittenInAnyForm(String user) {
    assertThat(enter(HOME, user, "correct horse"))
        .isEqualTo(new LoginAnswer.Granted(Address.parse("Ann@corp.test")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody@corp.test", "ann@elsewhere.test", "@", "a b@c d", "team@corp.test"})
  void nobodyIsAnsweredAsAUserIs(String user) {
    assertThat(enter(HOME, user, "correct horse")).isEqualTo(denied(2));
  }

  @Test
  void aUserWithoutAPasswordDoesNotGetIn() {
    assertThat(enter(HOME, "王@corp.test", "")).isEqualTo(denied(2));
  }

  @Test
  void eachFailureOfAnAddressIsAnsweredLater() {
    assertThat(enter(HOME, "ann", "wrong")).isEqualTo(denied(2));
    assertThat(enter(HOME, "bob", "wrong")).isEqualTo(denied(4));
    assertThat(enter(HOME, "nobody", "wrong")).isEqualTo(denied(8));
    assertThat(enter(HOME, "ann", "wrong")).isEqualTo(denied(15));
    assertThat(enter(HOME, "ann", "wrong")).isEqualTo(denied(15));
    assertThat(enter(OFFICE, "ann", "wrong")).isEqualTo(denied(2));
    pass(Duration.ofMinutes(11));
    assertThat(enter(HOME, "ann", "wrong")).isEqualTo(denied(2));
  }

  @Test
  void theRestOfAnIpv6NetworkIsTheSameAddress() {
    enter(IpLiteral.parse("2001:db8::1"), "ann", "wrong");
    assertThat(enter(IpLiteral.parse("2001:db8::2"), "ann", "wrong")).isEqualTo(denied(4));
    assertThat(enter(IpLiteral.parse("2001:db8:0:1::2"), "ann", "wrong")).isEqualTo(denied(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@corp.test", "nobody@corp.test"})
  void tenFailuresLockAUserOutFromThereForAQuarterOfAnHour(String user) {
    for (int i = 0; i < 10; i++) {
      assertThat(enter(HOME, user, "wrong")).isInstanceOf(LoginAnswer.Denied.class);
    }
    assertThat(enter(HOME, user, "correct horse")).isEqualTo(LOCKED);
    assertThat(logins.check(HOME, new ProofClaim(user, true))).isEqualTo(LOCKED);
    assertThat(enter(OFFICE, user, "wrong")).isEqualTo(denied(2));
    pass(Duration.ofMinutes(14));
    assertThat(enter(HOME, user, "correct horse")).isEqualTo(LOCKED);
    pass(Duration.ofMinutes(2));
    assertThat(enter(HOME, user, "correct horse")).isNotEqualTo(LOCKED);
  }

  @Test
  void failuresThatAreFarApartLockNobodyOut() {
    for (int i = 0; i < 30; i++) {
      assertThat(enter(HOME, "ann", "wrong")).isInstanceOf(LoginAnswer.Denied.class);
      pass(Duration.ofSeconds(90));
    }
  }

  @Test
  void aLoginEndsTheCountOfItsUser() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 9; i++) {
        enter(HOME, "ann", "wrong");
      }
      assertThat(enter(HOME, "ann", "correct horse")).isInstanceOf(LoginAnswer.Granted.class);
    }
  }

  @Test
  void aPasswordThatWasChangedIsNotRememberedAndOneThatIsWrongNeverIs() {
    assertThat(enter(HOME, "ann", "correct horse")).isInstanceOf(LoginAnswer.Granted.class);
    assertThat(enter(HOME, "ann", "battery staple")).isInstanceOf(LoginAnswer.Denied.class);
    stored.put(Address.parse("Ann@corp.test"), OTHER);
    assertThat(enter(HOME, "ann", "correct horse")).isInstanceOf(LoginAnswer.Denied.class);
    assertThat(enter(HOME, "ann", "battery staple")).isInstanceOf(LoginAnswer.Granted.class);
  }

  @Test
  void aVerifiedPasswordIsRememberedForTenMinutes() {
    VerifiedPasswords verified = new VerifiedPasswords(now::get);
    verified.add("ann", SECRET, "correct horse");
    assertThat(verified.contain("ann", SECRET, "correct horse")).isTrue();
    assertThat(verified.contain("ann", SECRET, "correct horsf")).isFalse();
    assertThat(verified.contain("bob", SECRET, "correct horse")).isFalse();
    assertThat(verified.contain("ann", OTHER, "correct horse")).isFalse();
    pass(Duration.ofMinutes(10));
    assertThat(verified.contain("ann", SECRET, "correct horse")).isFalse();
  }

  @Test
  void scramIsHeldAgainstTheStoredVerifier() throws Exception {
    assertThat(logins.check(HOME, scram("ann@corp.test", "correct horse")))
        .isEqualTo(new LoginAnswer.Granted(Address.parse("Ann@corp.test")));
    assertThat(logins.check(HOME, scram("ann@corp.test", "wrong"))).isEqualTo(denied(2));
    assertThat(logins.check(HOME, scram("nobody@corp.test", "wrong"))).isEqualTo(denied(4));
  }

  @Test
  void whoDoesNotExistHasAVerifierThatStaysTheSame() {
    assertThat(logins.verifier("nobody@corp.test"))
        .isEqualTo(logins.verifier("Nobody@CORP.test"))
        .isNotEqualTo(logins.verifier("nobody2@corp.test"));
    assertThat(logins.verifier("nobody@corp.test").iterations())
        .isEqualTo(logins.verifier("ann@corp.test").iterations());
    assertThat(logins.verifier("nobody@corp.test").salt())
        .hasSameSizeAs(logins.verifier("ann@corp.test").salt());
  }

  @Test
  void whatIsRememberedIsBounded() {
    Bounded<Integer, Integer> map = new Bounded<>(3);
    for (int i : List.of(1, 2, 3, 4)) {
      map.put(i, i);
      map.get(1);
    }
    assertThat(map.keySet()).containsExactlyInAnyOrder(1, 3, 4);
  }

  private ProofClaim scram(String user, String password) throws Exception {
    SaslExchange client = Mechanism.SCRAM_SHA_256.begin(new Credentials(user, password));
    ServerExchange server = Mechanism.SCRAM_SHA_256.serve(logins::verifier);
    ServerStep step = server.respond(client.initialResponse().orElseThrow());
    while (step instanceof ServerStep.Challenge challenge) {
      step = server.respond(client.respond(challenge.text().getBytes(UTF_8)));
    }
    return (ProofClaim) step;
  }

  private LoginAnswer enter(InetAddress client, String user, String password) {
    return logins.check(client, new PasswordClaim(user, password));
  }

  private static LoginAnswer denied(int seconds) {
    return new LoginAnswer.Denied(Duration.ofSeconds(seconds));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
