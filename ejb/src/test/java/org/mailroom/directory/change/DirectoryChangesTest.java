package org.mailroom.directory.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Route;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.Change;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ForwardPath;

class DirectoryChangesTest {

  private static final Requester ANN = new Requester("ann", "because");
  private static final PasswordHashing HASHING = new PasswordHashing();

  @TempDir private Path folder;
  private Database database;
  private Audit audit;
  private DirectoryStore store;
  private HubDirectory directory;
  private DirectoryChanges changes;

  @BeforeEach
  void begin() {
    database = TestDatabase.H2.open(folder);
    audit = new Audit(database, Clock.systemUTC());
    store = new DirectoryStore(database, audit);
    directory = new HubDirectory(store, Clock.systemUTC());
    DirectoryData first =
        new DirectoryData(
            List.of(MailDomain.local(Domain.of("corp.test"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    AuditedAction action = AuditedAction.of("test", "begin", "", "");
    directory.take(store.begin(new Change(first, Map.of(), action, 1)));
    changes = new DirectoryChanges(store, directory, HASHING);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void theOrganisationHasANameThatOtherHubsSee() throws Exception {
    HubDirectory other = new HubDirectory(store, Clock.systemUTC());
    other.take(store.load());
    Organisation organisation = new Organisation(store, directory);
    assertThat(organisation.name()).isEmpty();
    organisation.rename(" Fisher & Sons ", ANN);
    organisation.rename("Fisher & Sons", ANN);
    other.refresh();
    assertThat(new Organisation(store, other).name()).isEqualTo("Fisher & Sons");
    List<AuditEntry> named =
        audit.list(Long.MAX_VALUE, 10).stream()
            .filter(entry -> entry.action().equals("name organisation"))
            .toList();
    assertThat(named).hasSize(1);
    assertThat(named.get(0).after()).contains("Fisher & Sons");
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    assertThat(organisation.name()).isEqualTo("Fisher & Sons");
    new Organisation(store, other).rename("", ANN);
    assertThat(store.load().organisation()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0A, 0x7F, 0x85})
  void theNameOfAnOrganisationIsOneLineOfAHundredCharacters(int control) throws Exception {
    Organisation organisation = new Organisation(store, directory);
    organisation.rename("x".repeat(Organisation.LONGEST), ANN);
    for (String name : List.of("x".repeat(101), "Fisher" + (char) control + "Sons")) {
      assertThatThrownBy(() -> organisation.rename(name, ANN))
          .isInstanceOf(DirectoryException.class)
          .hasMessageContaining("one line");
    }
  }

  private static Map<String, String> account(String address) {
    return Map.of("address", address);
  }

  @Test
  void aChangeCountsForTheNextMail() throws Exception {
    ForwardPath bob = new ForwardPath(Address.parse("bob@corp.test"));
    assertThat(directory.snapshot().isKnown(bob)).isFalse();
    changes.add(EntryKind.ACCOUNT, account("Bob@corp.test"), ANN);
    assertThat(directory.snapshot().isKnown(bob)).isTrue();
    changes.set(EntryKind.ACCOUNT, "bob@CORP.test", Map.of("enabled", "false"), ANN);
    assertThat(directory.snapshot().isKnown(bob)).isFalse();
    changes.remove(EntryKind.ACCOUNT, "BOB@corp.test", ANN);
    assertThat(store.load().data().accounts()).isEmpty();
  }

  @Test
  void everyChangeIsInTheAuditWithWhoAndWhyAndWithoutPasswords() throws Exception {
    changes.add(
        EntryKind.ACCOUNT, Map.of("address", "bob@corp.test", "password", "correct horse"), ANN);
    changes.set(EntryKind.ACCOUNT, "bob@corp.test", Map.of("password", "other horse"), ANN);
    changes.remove(EntryKind.ACCOUNT, "bob@corp.test", ANN);
    List<AuditEntry> entries = audit.list(Long.MAX_VALUE, 3);
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("remove account", "set account", "add account");
    assertThat(entries).allMatch(entry -> entry.actor().equals("ann"));
    assertThat(entries).allMatch(entry -> entry.reason().equals("because"));
    assertThat(entries).allMatch(entry -> entry.subject().equals("bob@corp.test"));
    assertThat(entries.get(1).after()).isEqualTo("password=********");
    assertThat(entries.get(1).before()).startsWith("address=bob@corp.test").doesNotContain("horse");
  }

  @Test
  void aPasswordCanBeSetAndStaysWhenOtherThingsChange() throws Exception {
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    Address bob = Address.parse("bob@corp.test");
    assertThat(directory.of(bob)).isEmpty();
    changes.set(EntryKind.ACCOUNT, "bob@corp.test", Map.of("password", "correct horse"), ANN);
    changes.set(EntryKind.ACCOUNT, "bob@corp.test", Map.of("name", "Bob"), ANN);
    assertThat(HASHING.verify(directory.of(bob), "correct horse")).isTrue();
    assertThatThrownBy(
            () -> changes.set(EntryKind.ACCOUNT, "bob@corp.test", Map.of("password", "x"), ANN))
        .hasMessage("A password has 8 characters to 72 octets");
  }

  @Test
  void aNewAccountHasTheDefaultsOfItsDomain() throws Exception {
    changes.set(EntryKind.DOMAIN, "corp.test", Map.of("quota", "5GiB", "language", "zh-CN"), ANN);
    Account bob = (Account) changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    assertThat(bob.quotaOctets()).isEqualTo(5L << 30);
    assertThat(bob.language().toLanguageTag()).isEqualTo("zh-CN");
  }

  @Test
  void everyKindIsWrittenAndReadAsItIs() throws Exception {
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    changes.add(
        EntryKind.ALIAS,
        Map.of("address", "sales@corp.test", "targets", "bob@corp.test \"a b\"@files.test"),
        ANN);
    changes.add(
        EntryKind.LIST,
        Map.of("address", "team@corp.test", "posting", "members", "members", "sales@corp.test"),
        ANN);
    changes.add(
        EntryKind.ROUTE,
        Map.of(
            "name",
            "partner",
            "domains",
            "*.partner.test",
            "host",
            "[mx.test]:26",
            "user",
            "hub",
            "password",
            "route secret",
            "schedule",
            "5s,10s",
            "tls",
            "verified"),
        ANN);
    changes.add(EntryKind.NETWORK, Map.of("network", "10.0.0.0/8", "comment", "printers"), ANN);
    for (EntryKind kind : EntryKind.values()) {
      DirectoryEntry entry = kind.of(changes.data()).get(0);
      Map<String, String> written = kind.write(entry);
      assertThat(written).as(kind.word()).doesNotContainValue("route secret");
      assertThat(changes.set(kind, entry.title(), written, ANN)).isEqualTo(entry);
      List<ImportRow> rows = CsvText.read(new StringReader(CsvText.write(kind, List.of(entry))));
      assertThat(changes.importAll(kind, rows, false, ANN)).isEqualTo(new Tally(0, 0, 0, 1, false));
    }
    Route route = (Route) changes.find(EntryKind.ROUTE, "partner");
    assertThat(route.credentials().orElseThrow().password()).isEqualTo("route secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACCOUNT | address=bob                              | An address has an @
          ACCOUNT | address=bob@elsewhere.test               | is in no local domain
          ACCOUNT | address=bob@corp.test;name=a\tb          | name has a control character
          ACCOUNT | address=bob@corp.test;quota=5 apples     | quota: 5 apples is refused
          ACCOUNT | address=bob@corp.test;roles=king         | A role is one of
          ACCOUNT | address=bob@corp.test;enabled=maybe      | enabled is true or false
          ACCOUNT | address=bob@corp.test;colour=red         | There is no field colour
          ACCOUNT | address=bob@corp.test;language=a b       | language is a language
          ACCOUNT | name=Bob                                 | address is missing
          ACCOUNT | address=bob@corp.test;password=short     | A password has 8 characters
          ACCOUNT | address=bob@corp.test;forwards=bob@corp.test;keeps_copy=no | leads to itself
          ALIAS   | address=a@corp.test                      | An alias has a target
          ALIAS   | address=a@corp.test;targets=b@corp.test  | there is nobody of this address
          ALIAS   | address=a@corp.test;targets=a@corp.test  | leads to itself
          ALIAS   | address=a@corp.test;targets="b           | A quote is not closed
          LIST    | address=l@corp.test;posting=everybody    | posting is one of anyone, inside
          DOMAIN  | name=corp..test                          | The name of the domain is refused
          DOMAIN  | name=[192.0.2.1]                         | A domain is a name
          DOMAIN  | name=p.test;relay=yes;catch_all=a@p.test | no aliases and no catch-all
          ROUTE   | name=r;domains=a b;host=h.test           | a pattern of domains
          ROUTE   | name=r                                   | host is missing
          ROUTE   | name=r;host=h.test;user=u                | user and password of a route go together
          NETWORK | network=10.0.0.1/8                       | no bits set behind its prefix
          NETWORK | network=0.0.0.0/0                        | an open relay
          """)
  void badInputIsRefusedWithAReason(EntryKind kind, String fields, String reason) {
    Map<String, String> texts = new HashMap<>();
    for (String field : fields.split(";", -1)) {
      texts.put(field.split("=", 2)[0], field.split("=", 2)[1].replace("\\t", "\t"));
    }
    assertThatThrownBy(() -> changes.add(kind, texts, ANN))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(reason);
    assertThat(directory.stored().revision()).isEqualTo(1);
    assertThat(audit.list(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void whatIsThereAlreadyAndWhatIsNotIsSaidSo() throws Exception {
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    assertThatThrownBy(() -> changes.add(EntryKind.ACCOUNT, account("BOB@corp.test"), ANN))
        .hasMessage("The account BOB@corp.test is there already")
        .extracting(failure -> ((DirectoryException) failure).why())
        .isEqualTo(Why.CONFLICT);
    assertThatThrownBy(() -> changes.remove(EntryKind.ALIAS, "bob@corp.test", ANN))
        .hasMessage("There is no alias bob@corp.test")
        .extracting(failure -> ((DirectoryException) failure).why())
        .isEqualTo(Why.MISSING);
    assertThatThrownBy(
            () -> changes.set(EntryKind.ACCOUNT, "bob@corp.test", account("eve@corp.test"), ANN))
        .hasMessageContaining("The name of an entry stays");
  }

  @Test
  void whatOthersLeadToIsNotRemoved() throws Exception {
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    changes.add(EntryKind.ALIAS, Map.of("address", "a@corp.test", "targets", "bob@corp.test"), ANN);
    assertThatThrownBy(() -> changes.remove(EntryKind.ACCOUNT, "bob@corp.test", ANN))
        .hasMessageContaining("a@corp.test leads to bob@corp.test");
    assertThatThrownBy(() -> changes.remove(EntryKind.DOMAIN, "corp.test", ANN))
        .hasMessageContaining("bob@corp.test is in no local domain");
  }

  @Test
  void anImportIsDoneWholeOrNotAtAllAndNamesAllLines() {
    String csv =
        """
        address,name,roles
        bob@corp.test,Bob,auditor

        eve@elsewhere.test,Eve,
        "zoe@corp.test","Zoe, the ""boss"" herself",king
        BOB@corp.test,Bob again,
        """;
    assertThatThrownBy(() -> importAccounts(csv, false))
        .isInstanceOfSatisfying(
            DirectoryException.class,
            failure ->
                assertThat(failure.reasons())
                    .hasSize(2)
                    .anyMatch(reason -> reason.startsWith("line 5: roles: king is refused"))
                    .anyMatch(reason -> reason.startsWith("line 6: BOB@corp.test is in line 2")));
    String elsewhere = "address\nbob@corp.test\neve@elsewhere.test\n";
    assertThatThrownBy(() -> importAccounts(elsewhere, false))
        .hasMessage("line 3: eve@elsewhere.test is in no local domain");
    assertThat(directory.stored().data().accounts()).isEmpty();
  }

  @Test
  void anImportAddsChangesAndLeavesAlone() throws Exception {
    importAccounts("address,name\nbob@corp.test,Bob\neve@corp.test,Eve\n", false);
    String csv =
        "address,name,quota\neve@corp.test,Eve,\nbob@corp.test,Robert,1GiB\nzoe@corp.test,,\n";
    assertThat(importAccounts(csv, true)).isEqualTo(new Tally(1, 1, 0, 1, true));
    assertThat(directory.stored().data().accounts()).hasSize(2);
    assertThat(importAccounts(csv, false)).isEqualTo(new Tally(1, 1, 0, 1, false));
    assertThat(directory.stored().data().accounts())
        .extracting(Account::name)
        .containsExactly("Robert", "Eve", "");
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).affected()).isEqualTo(2);
  }

  @Test
  void manyAreSetInOneChangeAndNoneIsAdded() throws Exception {
    importAccounts("address,name\nbob@corp.test,Bob\neve@corp.test,Eve\n", false);
    List<ImportRow> rows =
        List.of(
            new ImportRow("1", Map.of("address", "bob@corp.test", "enabled", "false")),
            new ImportRow("2", Map.of("address", "eve@corp.test", "enabled", "true")));
    assertThat(changes.setAll(EntryKind.ACCOUNT, rows, ANN))
        .isEqualTo(new Tally(0, 1, 0, 1, false));
    assertThat(directory.stored().data().accounts())
        .extracting(Account::enabled)
        .containsExactly(false, true);
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).action()).isEqualTo("set accounts");
    List<ImportRow> gone =
        List.of(
            new ImportRow("1", Map.of("address", "bob@corp.test", "enabled", "true")),
            new ImportRow("2", Map.of("address", "zoe@corp.test", "enabled", "false")));
    assertThatThrownBy(() -> changes.setAll(EntryKind.ACCOUNT, gone, ANN))
        .hasMessage("2: There is no account zoe@corp.test");
    assertThat(directory.stored().data().accounts()).hasSize(2).noneMatch(a -> a.name().isEmpty());
    assertThat(directory.stored().data().accounts().get(0).enabled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          address,address~                     | line 1: a field is there twice
          address,name~a@corp.test~            | line 2: 1 cells, where the header has 2
          address,name~~a@corp.test,"A~        | line 3: a quote is not closed
          address~a@corp.test~"b"x@corp.test~  | line 3: a quote is not closed
          address,colour~a@corp.test,red~      | line 2: There is no field colour
          name~Bob~                            | line 2: address is missing
          """)
  void csvThatIsNoneIsRefusedWithTheLine(String csv, String reason) {
    assertThatThrownBy(() -> importAccounts(csv.strip().replace('~', '\n'), false))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aManyLinesImportIsOneChange() throws Exception {
    StringBuilder csv = new StringBuilder("address\n");
    for (int i = 0; i < 2000; i++) {
      csv.append("user").append(i).append("@corp.test\n");
    }
    assertThat(importAccounts(csv.toString(), false).added()).isEqualTo(2000);
    assertThat(directory.stored().revision()).isEqualTo(2);
    assertThat(store.load().data().accounts()).hasSize(2000);
  }

  @Test
  void anImportThatIsStoppedWhileItLooksAtItsLinesChangesNothing() throws Exception {
    List<ImportRow> rows =
        CsvText.read(new StringReader("address\na@corp.test\nb@corp.test\nc@corp.test\n"));
    List<Integer> reached = new ArrayList<>();
    Progress untilTwo =
        entries -> {
          reached.add(entries);
          return entries < 2;
        };
    assertThatThrownBy(() -> changes.importAll(EntryKind.ACCOUNT, rows, false, ANN, untilTwo))
        .hasMessage("It was stopped before anything was changed");
    assertThat(reached).containsExactly(0, 1, 2);
    assertThat(directory.stored().data().accounts()).isEmpty();
    assertThat(audit.list(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void whatAnotherHubChangedMeanwhileIsKept() throws Exception {
    HubDirectory other = new HubDirectory(store, Clock.systemUTC());
    other.take(store.load());
    DirectoryChanges others = new DirectoryChanges(store, other, HASHING);
    changes.add(EntryKind.ACCOUNT, account("bob@corp.test"), ANN);
    others.add(EntryKind.ACCOUNT, account("eve@corp.test"), ANN);
    assertThat(store.load().data().accounts())
        .extracting(account -> account.address().toString())
        .containsExactly("bob@corp.test", "eve@corp.test");
  }

  private Tally importAccounts(String csv, boolean dryRun) throws DirectoryException, IOException {
    return changes.importAll(EntryKind.ACCOUNT, CsvText.read(new StringReader(csv)), dryRun, ANN);
  }
}
