package org.mailroom.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseHealth;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.store.Corp;
import org.mailroom.login.ConsoleUser.OfFirstRun;
import org.mailroom.mail.IpLiteral;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;

/** Whom the code of a new hub lets in, and for how long. */
class FirstRunTest {

  private static final InetAddress HOME = IpLiteral.parse("192.0.2.1");
  private static final InetAddress OFFICE = IpLiteral.parse("198.51.100.1");

  @TempDir private Path data;
  private final AtomicLong now = new AtomicLong();
  private int accounts = 1;
  private Database database;
  private Audit audit;
  private FirstRun run;

  @BeforeEach
  void begin() {
    database = TestDatabase.H2.open(data);
    audit = new Audit(database, Clock.systemUTC());
    SignInRecord record = new SignInRecord(audit, new DatabaseHealth(database, Clock.systemUTC()));
    run = new FirstRun(new FirstRunFile(data), () -> snapshot(accounts), record, audit, now::get);
    run.begin();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private static MemorySnapshot snapshot(int count) {
    DirectoryData corp = Corp.data();
    List<Account> accounts = corp.accounts().stream().limit(count).toList();
    return new MemorySnapshot(
        new DirectoryData(corp.domains(), accounts, List.of(), List.of(), List.of(), List.of()),
        new SenderRewriting(new SrsKey(new byte[SrsKey.OCTETS]), Clock.systemUTC()));
  }

  private String code() throws IOException {
    return Files.readString(data.resolve("secrets/first-run")).strip();
  }

  @Test
  void theCodeLetsInHoweverItIsTyped() throws IOException {
    assertThat(code()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}");
    String typed = " " + code().replace("-", " ").toLowerCase(Locale.ROOT);
    assertThat(run.enter(HOME, typed)).isInstanceOf(ConsoleAnswer.Granted.class);
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).subject()).contains("192.0.2.1");
  }

  @Test
  void theCodeIsForTheOwnerAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets/first-run")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whoGuessesWaitsAndOthersDont() throws IOException {
    assertThat(run.enter(HOME, "AAAA-AAAA")).isInstanceOf(ConsoleAnswer.Denied.class);
    assertThat(run.enter(HOME, code())).isInstanceOf(ConsoleAnswer.TooSoon.class);
    assertThat(run.enter(OFFICE, code())).isInstanceOf(ConsoleAnswer.Granted.class);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(run.enter(HOME, code())).isInstanceOf(ConsoleAnswer.Granted.class);
  }

  @Test
  void whoGuessesOnIsLockedOut() throws IOException {
    for (int i = 0; i < LoginFailures.MOST; i++) {
      run.enter(HOME, "");
      now.addAndGet(Duration.ofSeconds(15).toNanos());
    }
    assertThat(run.enter(HOME, code())).isInstanceOf(ConsoleAnswer.Locked.class);
    now.addAndGet(LoginFailures.LOCK.toNanos());
    assertThat(run.enter(HOME, code())).isInstanceOf(ConsoleAnswer.Granted.class);
  }

  @Test
  void theCodeIsWorthNothingWhenThereArePeople() throws IOException {
    accounts = 2;
    assertThat(run.takesCode()).isFalse();
    assertThat(run.enter(HOME, code())).isInstanceOf(ConsoleAnswer.Denied.class);
    run.forgetCode();
    assertThat(code()).isEmpty();
    assertThat(run.isOpen()).isTrue();
    accounts = 1;
    assertThat(run.enter(OFFICE, "")).isInstanceOf(ConsoleAnswer.Denied.class);
  }

  @Test
  void theEndPutsOutWhoCameInByTheCode() throws IOException {
    ConsoleAnswer answer = run.enter(HOME, code());
    OfFirstRun user = (OfFirstRun) ((ConsoleAnswer.Granted) answer).user();
    assertThat(user.open().getAsBoolean()).isTrue();
    run.end("ann@corp.test");
    assertThat(user.open().getAsBoolean()).isFalse();
    assertThat(run.isOpen()).isFalse();
    assertThat(data.resolve("secrets/first-run")).doesNotExist();
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).action()).isEqualTo("end first run");
  }
}
