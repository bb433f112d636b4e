package org.mailroom.directory.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Remit;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.Change;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/** What dora@corp.test, who administers corp.test, may do with the directory, and what not. */
class DomainAdministratorTest {

  private static final Requester BOSS = new Requester("boss", "");
  private static final MailDomain CORP =
      new MailDomain(
          Domain.of("corp.test"),
          false,
          List.of(Domain.of("corp.example")),
          Optional.empty(),
          0,
          0,
          Locale.ENGLISH);

  @TempDir private Path folder;
  private Database database;
  private HubDirectory directory;
  private DirectoryChanges changes;
  private Requester dora;

  @BeforeEach
  void begin() throws Exception {
    database = TestDatabase.H2.open(folder);
    DirectoryStore store = new DirectoryStore(database, new Audit(database, Clock.systemUTC()));
    directory = new HubDirectory(store, Clock.systemUTC());
    DirectoryData first =
        new DirectoryData(
            List.of(CORP, MailDomain.local(Domain.of("other.test"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    AuditedAction action = AuditedAction.of("test", "begin", "", "");
    directory.take(store.begin(new Change(first, Map.of(), action, 1)));
    changes = new DirectoryChanges(store, directory, new PasswordHashing());
    for (String account : List.of("dora@corp.test", "ann@corp.test", "eve@other.test")) {
      changes.add(EntryKind.ACCOUNT, Map.of("address", account), BOSS);
    }
    changes.set(EntryKind.ACCOUNT, "dora@corp.test", Map.of("roles", "domain-admin"), BOSS);
    changes.add(
        EntryKind.ACCOUNT, Map.of("address", "root@corp.test", "roles", "administrator"), BOSS);
    Remit remit =
        Remit.domainOf(Address.parse("dora@corp.test"), directory.stored().data().domains());
    dora = new Requester("dora@corp.test", "because", remit);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void sheAddsChangesAndRemovesThePeopleOfHerDomain() throws Exception {
    changes.add(EntryKind.ACCOUNT, Map.of("address", "bob@corp.test"), dora);
    changes.set(
        EntryKind.ACCOUNT,
        "bob@corp.test",
        Map.of("password", "correct horse", "enabled", "false", "roles", "user domain-admin"),
        dora);
    changes.add(
        EntryKind.ALIAS,
        Map.of("address", "sales@corp.example", "targets", "bob@corp.test ann@far.test"),
        dora);
    changes.add(
        EntryKind.LIST,
        Map.of("address", "team@corp.test", "members", "ann@corp.example bob@far.test"),
        dora);
    changes.set(EntryKind.ACCOUNT, "ann@corp.test", Map.of("send_as", "sales@corp.example"), dora);
    changes.remove(EntryKind.LIST, "team@corp.test", dora);
    changes.remove(EntryKind.ALIAS, "sales@corp.example", dora);
    changes.remove(EntryKind.ACCOUNT, "bob@corp.test", dora);
    assertThat(directory.stored().data().aliases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACCOUNT | address=new@other.test
          ACCOUNT | address=eve@other.test
          ACCOUNT | address=new@nowhere.test
          ACCOUNT | address=new@corp.test;roles=administrator
          ACCOUNT | address=new@corp.test;roles=user help-desk
          ACCOUNT | address=new@corp.test;send_as=eve@other.test
          ACCOUNT | address=new@corp.test;send_as=ceo@far.test
          ACCOUNT | address=new@corp.test;send_as=root@corp.test
          ACCOUNT | address=new@corp.test;send_as=ROOT+x@corp.example
          ACCOUNT | address=new@corp.test;forwards=eve@other.test
          ACCOUNT | address=root+news@corp.test
          ALIAS   | address=sales@other.test;targets=ann@corp.test
          ALIAS   | address=sales@corp.test;targets=eve@other.test
          ALIAS   | address=sales@corp.test;targets=nobody@other.test
          ALIAS   | address=sales@corp.test;targets=ann@corp.test postmaster@other.test
          ALIAS   | address=root+news@corp.test;targets=ann@corp.test
          LIST    | address=all@other.test;members=ann@corp.test
          LIST    | address=all@corp.test;members=eve@other.test
          LIST    | address=all@corp.test;owners=eve@other.test
          LIST    | address=all@corp.test;moderators=eve@other.test
          DOMAIN  | name=new.test
          ROUTE   | name=all;host=h.test
          NETWORK | network=10.0.0.0/8
          """)
  void whatIsNotHersIsNotAddedNorImportedNorTriedOut(EntryKind kind, String fields) {
    Map<String, String> texts = new HashMap<>();
    for (String field : fields.split(";", -1)) {
      texts.put(field.split("=", 2)[0], field.split("=", 2)[1]);
    }
    refused(() -> changes.add(kind, texts, dora));
    List<ImportRow> rows = List.of(new ImportRow("line 2", texts));
    for (boolean dryRun : new boolean[] {true, false}) {
      assertThatThrownBy(() -> changes.importAll(kind, rows, dryRun, dora))
          .isInstanceOf(DirectoryException.class)
          .message()
          .contains("line 2", "your")
          .doesNotContain("nobody of this", "twice", "already");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACCOUNT | eve@other.test  | enabled=false
          ACCOUNT | gone@other.test | enabled=false
          ACCOUNT | eve@other.test  | password=correct horse
          ACCOUNT | root@corp.test  | password=correct horse
          ACCOUNT | root@corp.test  | enabled=false
          ACCOUNT | root@corp.test  | roles=user
          ACCOUNT | root@corp.test  | forwards=dora@corp.test
          ACCOUNT | dora@corp.test  | roles=administrator
          ACCOUNT | ann@corp.test   | roles=operator
          DOMAIN  | corp.test       | catch_all=dora@corp.test
          DOMAIN  | corp.test       | quota=0
          DOMAIN  | other.test      | catch_all=dora@corp.test
          """)
  void whatIsNotHersIsNotChanged(EntryKind kind, String name, String field) {
    Map<String, String> texts = Map.of(field.split("=", 2)[0], field.split("=", 2)[1]);
    refused(() -> changes.set(kind, name, texts, dora));
    Map<String, String> row = new HashMap<>(texts);
    row.put(kind.naming(), name);
    assertThatThrownBy(() -> changes.setAll(kind, List.of(new ImportRow("1", row)), dora))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("your");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT, eve@other.test",
    "ACCOUNT, gone@other.test",
    "ACCOUNT, root@corp.test",
    "DOMAIN, corp.test",
    "DOMAIN, other.test"
  })
  void whatIsNotHersIsNotRemoved(EntryKind kind, String name) {
    refused(() -> changes.remove(kind, name, dora));
  }

  @Test
  void whatAnAdministratorGaveStaysWithTheNextChange() throws Exception {
    changes.set(
        EntryKind.ACCOUNT,
        "ann@corp.test",
        Map.of("send_as", "eve@other.test", "forwards", "eve@other.test"),
        BOSS);
    assertThatCode(
            () -> changes.set(EntryKind.ACCOUNT, "ann@corp.test", Map.of("name", "Ann"), dora))
        .doesNotThrowAnyException();
    changes.set(EntryKind.ACCOUNT, "ann@corp.test", Map.of("send_as", ""), dora);
    refused(
        () ->
            changes.set(
                EntryKind.ACCOUNT, "ann@corp.test", Map.of("send_as", "eve@other.test"), dora));
  }

  @Test
  void aRefusalTellsNothingOfOtherDomains() throws Exception {
    changes.add(
        EntryKind.ALIAS, Map.of("address", "secret@other.test", "targets", "ann@corp.test"), BOSS);
    assertThatThrownBy(() -> changes.remove(EntryKind.ACCOUNT, "ann@corp.test", dora))
        .isInstanceOf(DirectoryException.class)
        .hasMessage("Entries of other domains lead there");
  }

  @Test
  void whoIsInNoLocalDomainMayChangeNothing() {
    Remit remit = Remit.domainOf(Address.parse("x@far.test"), directory.stored().data().domains());
    Requester nobody = new Requester("x@far.test", "", remit);
    refused(() -> changes.add(EntryKind.ACCOUNT, Map.of("address", "new@corp.test"), nobody));
    refused(() -> changes.add(EntryKind.ACCOUNT, Map.of("address", "new@far.test"), nobody));
  }

  private void refused(ThrowingCallable change) {
    long revision = directory.stored().revision();
    assertThatThrownBy(change)
        .isInstanceOf(DirectoryException.class)
        .extracting(failure -> ((DirectoryException) failure).why())
        .isEqualTo(Why.FORBIDDEN);
    assertThat(directory.stored().revision()).isEqualTo(revision);
  }
}
