package org.mailroom.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;

/** The same on H2 and on PostgreSQL. */
class AuditTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final AuditedAction HOLD =
      AuditedAction.of("ann", "hold", "from:*@corp.test", "a loop");

  @TempDir private Path folder;
  private Database database;

  private Audit open(TestDatabase kind) {
    database = kind.open(folder);
    return new Audit(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasDoneIsThereWithEverything(TestDatabase kind) {
    Audit audit = open(kind);
    audit.done(HOLD.from("5", "10"), 7, "7 held");
    AuditEntry entry = audit.list(Long.MAX_VALUE, 10).get(0);
    assertThat(entry.happened()).isEqualTo(NOW);
    assertThat(entry.actor()).isEqualTo("ann");
    assertThat(entry.action()).isEqualTo("hold");
    assertThat(entry.subject()).isEqualTo("from:*@corp.test");
    assertThat(entry.reason()).isEqualTo("a loop");
    assertThat(entry.before()).isEqualTo("5");
    assertThat(entry.after()).isEqualTo("10");
    assertThat(entry.affected()).isEqualTo(7);
    assertThat(entry.outcome()).isEqualTo("7 held");
    assertThat(entry.ended()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatBeganEndsOnce(TestDatabase kind) {
    Audit audit = open(kind);
    long id = audit.begin(HOLD);
    assertThat(audit.list(Long.MAX_VALUE, 10)).noneMatch(AuditEntry::ended);
    audit.end(id, 3, "3 held");
    assertThat(audit.endInterrupted()).isZero();
    assertThat(audit.list(Long.MAX_VALUE, 10)).allMatch(AuditEntry::ended);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatACrashInterruptedIsSaidToBe(TestDatabase kind) {
    Audit audit = open(kind);
    audit.begin(HOLD);
    assertThat(audit.endInterrupted()).isEqualTo(1);
    assertThat(audit.list(Long.MAX_VALUE, 10).get(0).outcome()).startsWith("interrupted");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesGoBackInTime(TestDatabase kind) {
    Audit audit = open(kind);
    for (int i = 0; i < 5; i++) {
      audit.done(HOLD, i, "");
    }
    List<AuditEntry> first = audit.list(Long.MAX_VALUE, 2);
    assertThat(first).extracting(AuditEntry::affected).containsExactly(4L, 3L);
    List<AuditEntry> next = audit.list(first.get(1).id(), 2);
    assertThat(next).extracting(AuditEntry::affected).containsExactly(2L, 1L);
    assertThatThrownBy(() -> audit.list(1, 1001)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void textsOfAnyLengthFit(TestDatabase kind) {
    Audit audit = open(kind);
    String endless = "é\n".repeat(5000);
    audit.done(AuditedAction.of(endless, "hold", endless, endless), 1, endless);
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).reason()).hasSize(1000).endsWith("...");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyWhatIsAskedForIsFound(TestDatabase kind) {
    Audit audit = open(kind);
    audit.done(HOLD, 1, "held");
    audit.done(AuditedAction.of("Bob@corp.test", "add token", "a_b%c!", ""), 1, "done");
    assertThat(found(audit, "BOB", "", "")).containsExactly("add token");
    assertThat(found(audit, "", "ADD", "")).containsExactly("add token");
    assertThat(found(audit, "", "token", "")).isEmpty();
    assertThat(found(audit, "", "", "CORP.test")).containsExactly("hold");
    assertThat(found(audit, "", "", "_b%c!")).containsExactly("add token");
    assertThat(found(audit, "", "", "a%b")).isEmpty();
    assertThat(found(audit, "", "", "")).containsExactly("add token", "hold");
    assertThat(within(audit, NOW, NOW.plusSeconds(1))).isEqualTo(2);
    assertThat(within(audit, NOW.plusSeconds(1), NOW.plusSeconds(2))).isZero();
    assertThat(within(audit, NOW.minusSeconds(1), NOW)).isZero();
  }

  private static List<String> found(Audit audit, String actor, String action, String subject) {
    return audit
        .list(
            new AuditQuery(
                actor, action, subject, Optional.empty(), Optional.empty(), Long.MAX_VALUE, 10))
        .stream()
        .map(AuditEntry::action)
        .toList();
  }

  private static int within(Audit audit, Instant from, Instant to) {
    return audit
        .list(new AuditQuery("", "", "", Optional.of(from), Optional.of(to), Long.MAX_VALUE, 10))
        .size();
  }
}
