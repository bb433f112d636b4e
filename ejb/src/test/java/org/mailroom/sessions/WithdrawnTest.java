package org.mailroom.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
  private final Withdrawn withdrawn = new Withdrawn();

  @BeforeEach
  void begin() {
    look(1, true, true, OLD);
  }

  @Test
  void nothingEndsWhenNothingOfThemHasChanged() {
    look(2, true, true, OLD);
    assertThat(ended()).isEmpty();
  }

  @Test
  void aDisabledAccountsSessionsEnd() {
    look(2, false, true, OLD);
    assertThat(ended()).containsExactly(ann);
  }

  @Test
  void aRemovedAccountsSessionsEnd() {
    look(2, true, false, OLD);
    assertThat(ended()).containsExactly(bob);
  }

  @Test
  void aPasswordThatIsAnotherOneEndsSessions() {
    look(2, true, true, NEW);
    assertThat(ended()).containsExactly(ann);
    look(3, true, true, NEW);
    assertThat(ended()).containsExactly(ann);
  }

  private List<FakeSession> ended() {
    return Stream.of(ann, bob, nobody).filter(FakeSession::isEnded).toList();
  }

  private void look(
      long revision, boolean annEnabled, boolean withBob, StoredPassword annsPassword) {
    Account first = account("Ann@corp.test", annEnabled);
    DirectoryData data =
        new DirectoryData(
            List.of(MailDomain.local(Domain.of("corp.test"))),
            withBob ? List.of(first, account("bob@corp.test", true)) : List.of(first),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Stored stored = new Stored(revision, data, Map.of("ann@corp.test", annsPassword), KEY);
    withdrawn.end(
        stored,
        new MemorySnapshot(data, new SenderRewriting(KEY, Clock.systemUTC())),
        List.of(() -> List.of(ann, bob, nobody)));
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
        true);
  }
}
