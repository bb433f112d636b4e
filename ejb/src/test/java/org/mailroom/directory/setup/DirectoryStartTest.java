package org.mailroom.directory.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.hub.StartRefusedException;
import org.mailroom.login.FirstRun;
import org.mailroom.login.FirstRuns;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

class DirectoryStartTest {

  private static final PasswordHashing HASHING = new PasswordHashing();

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Database database;
  private Path passwordFile;
  private FirstRun firstRun;

  @BeforeEach
  void openDatabase() throws IOException {
    database = TestDatabase.H2.open(folder);
    passwordFile = Files.createDirectory(folder.resolve("secrets")).resolve("first-password");
    environment.put("MAILROOM_DATA", folder.toString());
    environment.put("MAILROOM_HOSTNAME", "hub.corp.test");
    environment.put("MAILROOM_DOMAIN", "corp.test");
    environment.put("MAILROOM_RELAY_DOMAINS", "partner.test, corp.test");
    environment.put("MAILROOM_TRUSTED_NETWORKS", "10.0.0.0/8");
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private HubDirectory start() throws SettingsException, StartRefusedException {
    Audit audit = new Audit(database, Clock.systemUTC());
    DirectoryStore store = new DirectoryStore(database, audit);
    HubDirectory directory = new HubDirectory(store, Clock.systemUTC());
    Settings settings = SettingsParser.parseForHub(environment);
    firstRun = FirstRuns.of(folder, database, directory);
    new DirectoryStart(settings, store, directory, HASHING, firstRun).run();
    return directory;
  }

  @Test
  void theSettingsMakeTheFirstDirectory() throws Exception {
    HubDirectory directory = start();
    assertThat(directory.snapshot().isLocal(Domain.of("corp.test"))).isTrue();
    assertThat(directory.snapshot().isRelayed(Domain.of("corp.test"))).isFalse();
    assertThat(directory.snapshot().isRelayed(Domain.of("partner.test"))).isTrue();
    assertThat(directory.snapshot().trusted(IpLiteral.parse("10.1.2.3"))).isPresent();
    assertThat(directory.snapshot().trusted(IpLiteral.parse("127.0.0.1"))).isEmpty();
    Account admin =
        directory.snapshot().account(Address.parse("postmaster@corp.test")).orElse(null);
    assertThat(admin).as("postmaster is no account").isNull();
    assertThat(directory.snapshot().account(Address.parse("admin@corp.test")).orElseThrow().roles())
        .containsExactly(Role.ADMINISTRATOR);
    assertThat(directory.of(Address.parse("admin@corp.test"))).isEmpty();
  }

  @Test
  void theFirstPasswordIsHashedAndItsFileRemoved() throws Exception {
    Files.writeString(passwordFile, "correct horse\n");
    HubDirectory directory = start();
    assertThat(HASHING.verify(directory.of(Address.parse("admin@corp.test")), "correct horse"))
        .isTrue();
    assertThat(passwordFile).doesNotExist();
  }

  @Test
  void aPasswordThatCannotBeTakenIsForgottenToo() throws Exception {
    Files.writeString(passwordFile, "\n");
    assertThat(start().of(Address.parse("admin@corp.test"))).isEmpty();
    assertThat(passwordFile).doesNotExist();
  }

  @Test
  void theFirstDirectoryBeginsTheFirstRun() throws Exception {
    start();
    assertThat(firstRun.takesCode()).isTrue();
    firstRun.end("ann");
    start();
    assertThat(firstRun.isOpen()).isFalse();
  }

  @Test
  void laterStartsDontTouchTheDirectory() throws Exception {
    start();
    environment.put("MAILROOM_DOMAIN", "other.test");
    environment.put("MAILROOM_RELAY_DOMAINS", "other.example");
    Files.writeString(passwordFile, "correct horse");
    HubDirectory directory = start();
    assertThat(directory.snapshot().isLocal(Domain.of("other.test"))).isFalse();
    assertThat(directory.snapshot().isRelayed(Domain.of("other.example"))).isFalse();
    assertThat(directory.stored().revision()).isEqualTo(1);
    assertThat(directory.of(Address.parse("admin@corp.test"))).isEmpty();
    assertThat(passwordFile).doesNotExist();
  }

  @Test
  void aUserNameOfAnyFormIsAnAddressOfTheFirstDomain() throws Exception {
    environment.put("MAILROOM_ADMIN", "root.@elsewhere.test");
    assertThat(start().snapshot().account(Address.parse("\"root.\"@corp.test"))).isPresent();
  }

  @Test
  void aDatabaseThatIsNoDirectoryRefusesTheStartWithAllOfItNamed() throws Exception {
    start();
    database.change(
        entities -> entities.createNativeQuery("delete from directory_domain").executeUpdate());
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefusedException.class)
        .hasMessage(
            "The directory in the database is not sound: admin@corp.test is in no local domain");
    database.change(
        entities ->
            entities
                .createNativeQuery("update directory_account set address = 'no address'")
                .executeUpdate());
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageStartingWith("The directory in the database can't be read: ");
  }
}
