package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.Role;

class PermissionsTest {

  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATOR, POST, /tokens, true",
    "ADMINISTRATOR, DELETE, accounts/ann@corp.test, true",
    "OPERATOR, POST, /operations, true",
    "OPERATOR, POST, /jobs/7/stop, true",
    "OPERATOR, POST, /pauses/resume, true",
    "OPERATOR, GET, /accounts, true",
    "OPERATOR, POST, /accounts, false",
    "OPERATOR, POST, /tokens, false",
    "OPERATOR, POST, /accounts/operations, false",
    "OPERATOR, DELETE, /sessions/imap-7, true",
    "HELP_DESK, GET, /sessions, true",
    "HELP_DESK, DELETE, /sessions/imap-7, false",
    "AUDITOR, DELETE, /sessions, false",
    "AUDITOR, GET, /audit, true",
    "AUDITOR, POST, /operations, false",
    "AUDITOR, PATCH, /accounts/ann@corp.test, false",
    "HELP_DESK, GET, /queue/01HZY8Q2K3M4N, true",
    "HELP_DESK, GET, //accounts, true",
    "HELP_DESK, GET, /audit, false",
    "HELP_DESK, GET, /routes, false",
    "HELP_DESK, POST, /operations, false",
    "DOMAIN_ADMIN, GET, /status, false",
    "USER, GET, /status, false"
  })
  void aRoleMayDoWhatTheTableSays(Role role, String method, String path, boolean may) {
    assertThat(Permissions.allow(role, method, path)).isEqualTo(may);
  }
}
