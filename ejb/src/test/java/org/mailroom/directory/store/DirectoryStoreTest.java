package org.mailroom.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Secret;

/** The same on H2 and on PostgreSQL. */
class DirectoryStoreTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final AuditedAction ACTION =
      AuditedAction.of("ann", "set account", "ann@corp.test", "a new desk");
  private static final StoredPassword PASSWORD =
      new PasswordHashing().hash(new Secret("correct horse"));

  private static final StoredPassword OTHER =
      new PasswordHashing().hash(new Secret("another horse"));

  @TempDir private Path folder;
  private Database database;
  private Audit audit;
  private DirectoryStore store;

  private Stored begin(TestDatabase kind) {
    database = kind.open(folder);
    audit = new Audit(database, CLOCK);
    store = new DirectoryStore(database, audit);
    return store.begin(change(Corp.data()));
  }

  private static Change change(DirectoryData data) {
    return new Change(data, Map.of(), ACTION, 1);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasWrittenIsReadAsItWas(TestDatabase kind) {
    Stored begun = begin(kind);
    DirectoryData read = store.load().data();
    assertThat(read).isEqualTo(begun.data());
    List<Account> accounts = Corp.data().accounts();
    assertThat(read.accounts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactlyElementsOf(accounts);
    assertThat(read.accounts()).extracting(Account::id).doesNotHaveDuplicates().doesNotContain(0L);
    assertThat(Corp.with(read, accounts)).isEqualTo(Corp.data());
    assertThat(read.routes().get(0).credentials().orElseThrow().password())
        .isEqualTo("route secret");
    assertThat(read.domains().get(0).name().text()).isEqualTo("Corp.test");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEmptyDatabaseHasNoRevision(TestDatabase kind) {
    database = kind.open(folder);
    store = new DirectoryStore(database, new Audit(database, CLOCK));
    assertThat(store.revision()).isEmpty();
    store.begin(change(Corp.data()));
    assertThat(store.revision()).hasValue(1L);
    assertThatThrownBy(() -> store.begin(change(Corp.data())))
        .isInstanceOf(DatabaseException.class);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChangeKeepsTheNumbersOfTheOthersAndTheirPasswords(TestDatabase kind) {
    Stored begun = begin(kind);
    long ann = begun.data().accounts().get(0).id();
    Change password = new Change(begun.data(), Map.of("ann@corp.test", PASSWORD), ACTION, 1);
    Stored second = store.write(begun, password).orElseThrow();
    List<Account> others = List.of(second.data().accounts().get(0), Corp.account("bob@corp.test"));
    Stored third = store.write(second, change(Corp.with(second.data(), others))).orElseThrow();
    assertThat(third.data().accounts())
        .extracting(account -> account.address().toString())
        .containsExactly("Ann@corp.test", "bob@corp.test");
    assertThat(third.data().accounts().get(0).id()).isEqualTo(ann);
    assertThat(third.data().accounts().get(1).id()).isGreaterThan(ann + 1);
    assertThat(third.passwords()).containsExactly(Map.entry("ann@corp.test", PASSWORD));
    assertThat(third.revision()).isEqualTo(3);
    assertThat(store.load().passwords()).isEqualTo(third.passwords());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAWriteSaysIsThereIsWhatIsRead(TestDatabase kind) {
    Stored begun = begin(kind);
    List<Account> many = new ArrayList<>(begun.data().accounts());
    for (int i = 0; i < 2500; i++) {
      many.add(Corp.account("user" + i + "@corp.test"));
    }
    Map<String, StoredPassword> passwords = new HashMap<>();
    many.forEach(account -> passwords.put(account.key(), PASSWORD));
    Stored more =
        store
            .write(begun, new Change(Corp.with(begun.data(), many), passwords, ACTION, 1))
            .orElseThrow();
    assertThat(more.passwords()).hasSize(many.size());
    assertSameAsRead(more);
    Map<String, StoredPassword> one = Map.of("user7@corp.test", OTHER);
    Stored changed = store.write(more, new Change(more.data(), one, ACTION, 1)).orElseThrow();
    assertThat(changed.passwords()).containsEntry("user7@corp.test", OTHER);
    assertSameAsRead(changed);
    List<Account> fewer = changed.data().accounts().subList(3, 1900);
    Stored less = store.write(changed, change(Corp.with(changed.data(), fewer))).orElseThrow();
    assertThat(less.data().accounts()).isEqualTo(fewer);
    assertThat(less.passwords()).hasSize(fewer.size());
    assertSameAsRead(less);
    List<Account> disabled = less.data().accounts().stream().map(Corp::disabled).toList();
    Stored off = store.write(less, change(Corp.with(less.data(), disabled))).orElseThrow();
    assertThat(off.data().accounts()).isEqualTo(disabled).noneMatch(Account::enabled);
    assertSameAsRead(off);
  }

  private void assertSameAsRead(Stored written) {
    Stored read = store.load();
    assertThat(read.revision()).isEqualTo(written.revision());
    assertThat(read.data().equals(written.data())).as("the same data").isTrue();
    assertThat(read.passwords().equals(written.passwords())).as("the same passwords").isTrue();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofTwoWhoChangeTheSameTheSecondIsTold(TestDatabase kind) {
    Stored begun = begin(kind);
    assertThat(store.write(begun, change(Corp.with(begun.data(), List.of())))).isPresent();
    assertThat(store.write(begun, change(begun.data()))).isEmpty();
    assertThat(store.load().data().accounts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChangeIsInTheAuditAndOneThatFailsIsNot(TestDatabase kind) {
    Stored begun = begin(kind);
    Change unwritable =
        change(
            Corp.with(
                begun.data(), List.of(Corp.account("x@corp.test"), Corp.account("X@corp.test"))));
    assertThatThrownBy(() -> store.write(begun, unwritable)).isInstanceOf(DatabaseException.class);
    assertThat(audit.list(Long.MAX_VALUE, 10)).hasSize(1);
    AuditEntry entry = audit.list(Long.MAX_VALUE, 10).get(0);
    assertThat(entry.action()).isEqualTo("set account");
    assertThat(entry.actor()).isEqualTo("ann");
    assertThat(entry.ended()).isTrue();
    assertThat(store.load()).usingRecursiveComparison().ignoringFields("srsKey").isEqualTo(begun);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSnapshotFollowsWhatAnotherHubChanges(TestDatabase kind) {
    Stored begun = begin(kind);
    HubDirectory directory = new HubDirectory(store, CLOCK);
    assertThatThrownBy(directory::snapshot).isInstanceOf(IllegalStateException.class);
    directory.take(begun);
    assertThat(directory.snapshot().isRelayed(Domain.of("partner.test"))).isTrue();
    DirectoryData less =
        new DirectoryData(
            begun.data().domains().subList(0, 1),
            begun.data().accounts(),
            begun.data().aliases(),
            begun.data().lists(),
            begun.data().routes(),
            begun.data().networks());
    assertThat(store.write(begun, new Change(less, Map.of("ann@corp.test", PASSWORD), ACTION, 1)))
        .isPresent();
    assertThat(directory.of(Corp.address("ann@corp.test"))).isEmpty();
    directory.refresh();
    assertThat(directory.snapshot().isRelayed(Domain.of("partner.test"))).isFalse();
    assertThat(directory.of(Corp.address("ANN@corp.test"))).isEqualTo(Optional.of(PASSWORD));
    directory.take(begun);
    assertThat(directory.stored().revision()).as("never back").isEqualTo(2);
  }
}
