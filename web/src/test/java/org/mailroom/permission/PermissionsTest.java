package org.mailroom.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.Role;

class PermissionsTest {

  private static final Pattern PATH = Pattern.compile("(?m)^@Path\\(\"([^\"]+)\"\\)");

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
    "AUDITOR, GET, /metrics, true",
    "HELP_DESK, GET, /metrics, false",
    "ADMINISTRATOR, POST, /settings/try, true",
    "OPERATOR, POST, /settings/try, false",
    "AUDITOR, GET, /settings, true",
    "AUDITOR, POST, /settings/try, false",
    "HELP_DESK, GET, /settings, false",
    "ADMINISTRATOR, DELETE, /first-run, true",
    "OPERATOR, GET, /first-run, false",
    "OPERATOR, DELETE, /first-run, false",
    "AUDITOR, GET, /first-run, false",
    "HELP_DESK, GET, /first-run, false",
    "OPERATOR, POST, /explain, true",
    "AUDITOR, POST, /explain, false",
    "OPERATOR, POST, /delivery-tests, true",
    "OPERATOR, GET, /delivery-tests/7, true",
    "AUDITOR, POST, /delivery-tests, false",
    "AUDITOR, GET, /delivery-tests/7, false",
    "HELP_DESK, POST, /delivery-tests, false",
    "HELP_DESK, GET, /delivery-tests/7, false",
    "AUDITOR, GET, /conversations, true",
    "HELP_DESK, GET, /conversations, false",
    "HELP_DESK, GET, /health/ready, true",
    "HELP_DESK, GET, /sessions, true",
    "HELP_DESK, DELETE, /sessions/imap-7, false",
    "AUDITOR, DELETE, /sessions, false",
    "AUDITOR, GET, /audit, true",
    "AUDITOR, POST, /operations, false",
    "AUDITOR, PATCH, /accounts/ann@corp.test, false",
    "HELP_DESK, GET, /queue/01HZY8Q2K3M4N, true",
    "HELP_DESK, GET, //accounts, true",
    "HELP_DESK, GET, /usage/ann@corp.test, true",
    "USER, GET, /usage/ann@corp.test, false",
    "HELP_DESK, GET, /audit, false",
    "HELP_DESK, GET, /routes, false",
    "HELP_DESK, POST, /operations, false",
    "ADMINISTRATOR, GET, /mailboxes/ann@corp.test/archive, true",
    "OPERATOR, GET, /mailboxes/ann@corp.test/archive, false",
    "OPERATOR, HEAD, /mailboxes/ann@corp.test/archive, false",
    "OPERATOR, POST, /mailboxes/ann@corp.test/archive, false",
    "OPERATOR, POST, //mailboxes;x=y/ann@corp.test/import, false",
    "AUDITOR, GET, /mailboxes/ann@corp.test/archive, false",
    "AUDITOR, HEAD, /mailboxes/ann@corp.test/archive, false",
    "AUDITOR, POST, /mailboxes/ann@corp.test/archive, false",
    "AUDITOR, POST, //mailboxes;x=y/ann@corp.test/import, false",
    "HELP_DESK, GET, /mailboxes/ann@corp.test/archive, false",
    "HELP_DESK, HEAD, /mailboxes/ann@corp.test/archive, false",
    "HELP_DESK, POST, /mailboxes/ann@corp.test/archive, false",
    "HELP_DESK, POST, //mailboxes;x=y/ann@corp.test/import, false",
    "DOMAIN_ADMIN, GET, /mailboxes/ann@corp.test/archive, false",
    "DOMAIN_ADMIN, HEAD, /mailboxes/ann@corp.test/archive, false",
    "DOMAIN_ADMIN, POST, /mailboxes/ann@corp.test/archive, false",
    "DOMAIN_ADMIN, POST, //mailboxes;x=y/ann@corp.test/import, false",
    "USER, GET, /mailboxes/ann@corp.test/archive, false",
    "USER, HEAD, /mailboxes/ann@corp.test/archive, false",
    "USER, POST, /mailboxes/ann@corp.test/archive, false",
    "USER, POST, //mailboxes;x=y/ann@corp.test/import, false",
    "DOMAIN_ADMIN, GET, /status, false",
    "DOMAIN_ADMIN, GET, /accounts, false",
    "DOMAIN_ADMIN, POST, /accounts, false",
    "DOMAIN_ADMIN, PATCH, /accounts/ann@corp.test, false",
    "DOMAIN_ADMIN, DELETE, /accounts/ann@corp.test, false",
    "DOMAIN_ADMIN, POST, /accounts/import, false",
    "DOMAIN_ADMIN, GET, /aliases, false",
    "DOMAIN_ADMIN, GET, /lists, false",
    "DOMAIN_ADMIN, GET, /usage/ann@corp.test, false",
    "USER, GET, /status, false"
  })
  void aRoleMayDoWhatTheTableSays(Role role, String method, String path, boolean may) {
    assertThat(Permissions.allow(role, method, path)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "DOMAIN_ADMIN, accounts, does",
    "DOMAIN_ADMIN, aliases, does",
    "DOMAIN_ADMIN, lists, does",
    "DOMAIN_ADMIN, usage, sees",
    "USER, my-account, does"
  })
  void whatIsAboutAnAccountOrItsDomainIsForTheConsole(Role role, String resource, String right) {
    assertThat(Permissions.reads(role, resource)).isTrue();
    assertThat(Permissions.changes(role, resource)).isEqualTo(right.equals("does"));
  }

  @Test
  void aDomainAdministratorAndAUserSeeNothingElse() {
    Set<String> domain = Set.of("accounts", "aliases", "lists", "usage");
    for (String resource : Permissions.RESOURCES) {
      assertThat(Permissions.reads(Role.DOMAIN_ADMIN, resource))
          .as(resource)
          .isEqualTo(domain.contains(resource));
      assertThat(Permissions.reads(Role.USER, resource))
          .as(resource)
          .isEqualTo(resource.equals("my-account"));
      assertThat(
              Permissions.changes(Role.DOMAIN_ADMIN, resource)
                  && !Permissions.reads(Role.DOMAIN_ADMIN, resource))
          .as(resource)
          .isFalse();
    }
  }

  private static final Set<String> NEEDS_NO_ROLE = Set.of("openapi.json", "health");

  @Test
  void everyResourceOfTheApiIsListed() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/mailroom/api"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Resource.java")).toList()) {
        Matcher path = PATH.matcher(Files.readString(file));
        assertThat(path.find()).as(file.toString()).isTrue();
        Set<String> named = Set.of(path.group(1).replaceAll("\\{\\w+: *|}", "").split("\\|", -1));
        assertThat(Permissions.RESOURCES)
            .as(file.toString())
            .containsAll(
                named.stream()
                    .map(name -> name.replaceFirst("/.*", ""))
                    .filter(name -> !NEEDS_NO_ROLE.contains(name))
                    .toList());
      }
    }
  }
}
