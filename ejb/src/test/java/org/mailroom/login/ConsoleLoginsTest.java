package org.mailroom.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseHealth;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Corp;
import org.mailroom.login.ConsoleUser.OfDirectory;
import org.mailroom.login.ConsoleUser.OfServer;
import org.mailroom.mail.Address;
import org.mailroom.mail.IpLiteral;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.mailroom.settings.Secret;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;

/** Who gets into the console, as whom, and for how long. */
class ConsoleLoginsTest {

  private static final PasswordHashing HASHING = new PasswordHashing();
  private static final StoredPassword SECRET = HASHING.hash(new Secret("correct horse"));
  private static final StoredPassword OTHER = HASHING.hash(new Secret("battery staple"));
  private static final Address ANN = Address.parse("Ann@corp.test");
  private static final InetAddress HOME = IpLiteral.parse("192.0.2.1");
  private static final InetAddress OFFICE = IpLiteral.parse("198.51.100.1");
  private static final OfServer ADMIN = new OfServer("admin", Set.of("Administrator"));

  @TempDir private Path folder;
  private final DirectorySnapshot corp =
      new MemorySnapshot(
          Corp.data(), new SenderRewriting(new SrsKey(new byte[SrsKey.OCTETS]), Clock.systemUTC()));
  private final Map<Address, StoredPassword> stored = new HashMap<>(Map.of(ANN, SECRET));
  private final AtomicLong now = new AtomicLong();
  private Database database;
  private Audit audit;
  private HubLogins mail;
  private ConsoleLogins logins;

  private void open(Database used) throws SettingsException {
    database = used;
    audit = new Audit(database, Clock.systemUTC());
    mail =
        new HubLogins(
            SettingsParser.parse(Map.of("MAILROOM_DOMAIN", "corp.test")),
            () -> corp,
            account -> Optional.ofNullable(stored.get(account)),
            HASHING,
            now::get);
    logins =
        new ConsoleLogins(
            mail,
            () -> corp,
            account -> Optional.ofNullable(stored.get(account)),
            new SignInRecord(audit, new DatabaseHealth(database, Clock.systemUTC())),
            now::get);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void anAccountGetsInWithItsRolesAndIsAudited() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    ConsoleUser user = granted(enter(HOME, "ann@corp.example", "correct horse"));
    assertThat(user.name()).isEqualTo("Ann@corp.test");
    assertThat(logins.roles(user))
        .hasValueSatisfying(
            roles ->
                assertThat(roles).containsExactlyInAnyOrder("administrator", "help-desk", "user"));
    AuditEntry entry = audit.list(Long.MAX_VALUE, 10).get(0);
    assertThat(entry.actor()).isEqualTo("Ann@corp.test");
    assertThat(entry.action()).isEqualTo("sign in");
    assertThat(entry.subject()).contains("192.0.2.1");
  }

  @Test
  void aUserOfTheServerGetsInWithTheRolesThatTheServerTells() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    assertThat(granted(enter(HOME, "admin", "of the server"))).isEqualTo(ADMIN);
    assertThat(logins.roles(ADMIN)).contains(Set.of("Administrator"));
  }

  @Test
  void aUserOfTheServerGetsInWithoutADatabase() throws SettingsException {
    open(new Database());
    assertThat(granted(enter(HOME, "admin", "of the server"))).isEqualTo(ADMIN);
  }

  @Test
  void whoHasAnotherPasswordNowIsOut() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    ConsoleUser user = granted(enter(HOME, "ann", "correct horse"));
    stored.put(ANN, OTHER);
    assertThat(logins.roles(user)).isEmpty();
  }

  @Test
  void whoseAccountIsGoneOrDisabledIsOut() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    Address gone = Address.parse("gone@corp.test");
    stored.put(gone, SECRET);
    assertThat(logins.roles(new OfDirectory(gone, SECRET))).isEmpty();
  }

  @Test
  void whoGuessedWrongIsNotListenedToForAMoment() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    assertThat(enter(HOME, "ann", "wrong")).isInstanceOf(ConsoleAnswer.Denied.class);
    assertThat(enter(HOME, "ann", "correct horse")).isInstanceOf(ConsoleAnswer.TooSoon.class);
    assertThat(enter(HOME, "admin", "of the server")).isInstanceOf(ConsoleAnswer.TooSoon.class);
    assertThat(enter(OFFICE, "ann", "correct horse")).isInstanceOf(ConsoleAnswer.Granted.class);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(enter(HOME, "ann", "correct horse")).isInstanceOf(ConsoleAnswer.Granted.class);
    assertThat(audit.list(Long.MAX_VALUE, 10)).hasSize(2);
  }

  @Test
  void guessesHereAndAtMailCountTogether() throws SettingsException {
    open(TestDatabase.H2.open(folder));
    for (int i = 0; i < 5; i++) {
      assertThat(enter(HOME, "admin", "wrong")).isInstanceOf(ConsoleAnswer.Denied.class);
      mail.check(HOME, new PasswordClaim("admin@corp.test", "wrong"));
      now.addAndGet(Duration.ofSeconds(15).toNanos());
    }
    assertThat(enter(HOME, "admin", "of the server")).isInstanceOf(ConsoleAnswer.Locked.class);
    assertThat(mail.check(HOME, new PasswordClaim("admin", "wrong")))
        .isInstanceOf(LoginAnswer.Locked.class);
    assertThat(granted(enter(OFFICE, "admin", "of the server"))).isEqualTo(ADMIN);
  }

  private ConsoleAnswer enter(InetAddress client, String user, String password) {
    return logins.check(
        client,
        new PasswordClaim(user, password),
        claim ->
            claim.user().equals("admin") && claim.password().equals("of the server")
                ? Optional.of(ADMIN.roles())
                : Optional.empty());
  }

  private static ConsoleUser granted(ConsoleAnswer answer) {
    assertThat(answer).isInstanceOf(ConsoleAnswer.Granted.class);
    return ((ConsoleAnswer.Granted) answer).user();
  }
}
