package org.mailroom.directory.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.Requester;
import org.mailroom.settings.Secret;

/** The same on H2 and on PostgreSQL. */
class ApiTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Requester ANN = new Requester("ann", "for the monitor");

  @TempDir private Path folder;
  private Database database;
  private Audit audit;

  private ApiTokens open(TestDatabase kind) {
    database = kind.open(folder);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    audit = new Audit(database, clock);
    return new ApiTokens(database, audit, clock);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTokenIsFoundByItsSecretUntilItIsRemoved(TestDatabase kind) throws Exception {
    ApiTokens tokens = open(kind);
    Secret secret = tokens.add("monitor", Role.AUDITOR, ANN);
    ApiToken token = new ApiToken("monitor", Role.AUDITOR, "ann", NOW);
    assertThat(tokens.find(secret.value())).hasValue(token);
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find(secret.value() + "x")).isEmpty();
    assertThat(tokens.list()).containsExactly(token);
    tokens.remove("monitor", ANN);
    assertThat(tokens.find(secret.value())).isEmpty();
    assertThat(audit.list(Long.MAX_VALUE, 10))
        .extracting(AuditEntry::action)
        .containsExactly("remove token", "add token");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theDatabaseDoesNotHaveTheSecret(TestDatabase kind) throws Exception {
    ApiTokens tokens = open(kind);
    Secret secret = tokens.add("monitor", Role.AUDITOR, ANN);
    Object hash =
        database.read(
            entities -> entities.createNativeQuery("select hash from api_token").getSingleResult());
    assertThat(hash.toString()).hasSize(64).isNotEqualTo(secret.value());
    assertThat(tokens.find(hash.toString())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatMakesNoSenseIsRefused(TestDatabase kind) throws Exception {
    ApiTokens tokens = open(kind);
    tokens.add("monitor", Role.AUDITOR, ANN);
    assertThatThrownBy(() -> tokens.add("monitor", Role.OPERATOR, ANN))
        .isInstanceOf(DirectoryException.class)
        .hasMessage("There is a token monitor already");
    assertThatThrownBy(() -> tokens.add("a b", Role.OPERATOR, ANN))
        .hasMessageContaining("at most 64");
    assertThatThrownBy(() -> tokens.add("me", Role.USER, ANN))
        .hasMessage("A token has one of the roles administrator, operator, help-desk, auditor");
    assertThatThrownBy(() -> tokens.remove("none", ANN)).hasMessage("There is no token none");
    assertThat(tokens.list()).hasSize(1);
  }
}
