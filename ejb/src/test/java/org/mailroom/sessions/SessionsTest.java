package org.mailroom.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Listeners;
import org.mailroom.mail.Address;

class SessionsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final InetSocketAddress PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 2143);

  private final FakeSession ann = FakeSession.of("imap-1", "Ann@corp.test");
  private final FakeSession bob = FakeSession.of("imap-2", "bob@corp.test");
  private final FakeSession nobody = FakeSession.ofNobody("smtp-1");
  private final FakeSession annToo = FakeSession.of("submission-1", "Ann@corp.test");
  private final Listeners listeners = new Listeners();

  @TempDir private Path folder;
  private Database database;
  private Audit audit;
  private Sessions sessions;

  @BeforeEach
  void open() {
    database = TestDatabase.H2.open(folder);
    audit = new Audit(database, CLOCK);
    sessions = new Sessions(listeners, audit, CLOCK);
    listeners.opened("imap", PORT, () -> List.of(ann, bob));
    listeners.opened("smtp", PORT, () -> List.of(nobody));
    listeners.opened("submission", PORT, () -> List.of(annToo));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sessionsOfAllListenersAreListed() {
    assertThat(sessions.list())
        .containsExactlyInAnyOrder(
            row("imap-1", "imap", Optional.of("Ann@corp.test")),
            row("imap-2", "imap", Optional.of("bob@corp.test")),
            row("smtp-1", "smtp", Optional.empty()),
            row("submission-1", "submission", Optional.of("Ann@corp.test")));
    listeners.closed("imap");
    assertThat(sessions.list()).hasSize(2);
  }

  private static SessionRow row(String id, String listener, Optional<String> user) {
    return new SessionRow(
        id,
        listener,
        InetAddress.getLoopbackAddress(),
        4711,
        Instant.parse("2026-11-22T09:58:00Z"),
        Duration.ofSeconds(61),
        true,
        user);
  }

  @Test
  void oneIsEndedAndThatIsAudited() {
    assertThat(sessions.end("eve", "imap-2", "stuck")).isTrue();
    assertThat(bob.isEnded()).isTrue();
    assertThat(ann.isEnded()).isFalse();
    assertThat(audit.list(Long.MAX_VALUE, 9))
        .extracting(AuditEntry::actor, AuditEntry::subject, AuditEntry::reason)
        .containsExactly(tuple("eve", "imap-2 of bob@corp.test", "stuck"));
  }

  @Test
  void oneThatIsGoneIsNotEndedNorAudited() {
    assertThat(sessions.end("eve", "imap-3", "")).isFalse();
    assertThat(audit.list(Long.MAX_VALUE, 9)).isEmpty();
  }

  @Test
  void allOfAUserAreEnded() {
    assertThat(sessions.endAll("eve", Address.parse("ann@corp.test"), "lost phone")).isEqualTo(2);
    assertThat(ann.isEnded()).isTrue();
    assertThat(annToo.isEnded()).isTrue();
    assertThat(bob.isEnded()).isFalse();
    assertThat(nobody.isEnded()).isFalse();
    assertThat(audit.list(Long.MAX_VALUE, 9)).extracting(AuditEntry::affected).containsExactly(2L);
  }
}
