package org.mailroom.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Stored;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Secret;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;

class WithdrawnTest {

  private static final StoredPassword OLD = new PasswordHashing().hash(new Secret("correct horse"));
  private static final StoredPassword NEW = new PasswordHashing().hash(new Secret("another horse"));
  private static final SrsKey KEY = new SrsKey(new byte[SrsKey.OCTETS]);

  private final FakeSession ann = FakeSession.of("imap-1", "Ann@corp.test");
  private final FakeSession bob = FakeSession.of("imap-2", "bob@corp.test");
  private final FakeSession nobody = FakeSession.ofNobody("imap-3");

  @Test
  void nothingEndsWhenNothingOfThemHasChanged() {
    change(true, true, OLD, OLD);
    assertThat(ended()).isEmpty();
  }

  @Test
  void aDisabledAccountsSessionsEnd() {
    change(false, true, OLD, OLD);
    assertThat(ended()).containsExactly(ann);
  }

  @Test
  void aRemovedAccountsSessionsEnd() {
    change(true, false, OLD, OLD);
    assertThat(ended()).containsExactly(bob);
  }

  @Test
  void aPasswordThatIsAnotherOneEndsSessions() {
    change(true, true, OLD, NEW);
    assertThat(ended()).containsExactly(ann);
  }

  @Test
  void aFirstPasswordEndsNothing() {
    change(Map.of(), true, true, NEW);
    assertThat(ended()).isEmpty();
  }

  private List<FakeSession> ended() {
    return Stream.of(ann, bob, nobody).filter(FakeSession::isEnded).toList();
  }

  private void change(boolean annEnabled, boolean withBob, StoredPassword from, StoredPassword to) {
    change(Map.of("ann@corp.test", from), annEnabled, withBob, to);
  }

  private void change(
      Map<String, StoredPassword> from, boolean annEnabled, boolean withBob, StoredPassword to) {
    DirectoryData data = people(annEnabled, withBob);
    new Withdrawn(
            new Stored(1, people(true, true), from, KEY, ""),
            new Stored(2, data, Map.of("ann@corp.test", to), KEY, ""),
            new MemorySnapshot(data, new SenderRewriting(KEY, Clock.systemUTC())))
        .end(List.of(() -> List.of(ann, bob, nobody)));
  }

  private static DirectoryData people(boolean annEnabled, boolean withBob) {
    Account first = account("Ann@corp.test", annEnabled);
    return new DirectoryData(
        List.of(MailDomain.local(Domain.of("corp.test"))),
        withBob ? List.of(first, account("bob@corp.test", true)) : List.of(first),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Account account(String address, boolean enabled) {
    return new Account(
        1,
        Address.parse(address),
        "",
        0,
        0,
        enabled,
        Set.of(),
        Locale.ENGLISH,
        Set.of(),
        List.of(),
        true,
        Set.of());
  }
}
