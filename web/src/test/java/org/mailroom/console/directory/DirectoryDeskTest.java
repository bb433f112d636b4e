package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.permission.Permissions;

class DirectoryDeskTest {

  /** Without a directory: whoever gets so far has passed the check. */
  private static DirectoryDesk of(Role... roles) {
    return new DirectoryDesk(
        new Access() {
          @Override
          public boolean changes(String resource) {
            return Arrays.stream(roles).anyMatch(role -> Permissions.changes(role, resource));
          }

          @Override
          public Set<Role> roles() {
            return Set.of(roles);
          }

          @Override
          public String actor() {
            return "ann";
          }
        },
        null,
        null);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADMINISTRATOR", "DOMAIN_ADMIN"})
  void whoMayNotChangeIsRefusedWithEachChange(Role role) {
    DirectoryDesk desk = of(role);
    for (EntryKind kind : EntryKind.values()) {
      assertThat(desk.changes(kind)).isFalse();
      assertThatThrownBy(() -> desk.add(kind, Map.of(), "")).isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> desk.set(kind, "a", Map.of(), ""))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> desk.setAll(kind, List.of(), ""))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> desk.remove(kind, "a", "")).isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> desk.importRows(kind, List.of(), true, ""))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> desk.beginImport(kind, List.of(), ""))
          .isInstanceOf(ForbiddenException.class);
    }
    for (boolean enable : new boolean[] {true, false}) {
      assertThatThrownBy(() -> desk.beginEnabling(List.of(), enable, ""))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void whoseNameIsNoAddressAdministersNoDomain(EntryKind kind) {
    DirectoryDesk desk = of(Role.DOMAIN_ADMIN);
    assertThat(desk.seen(kind).isWhole()).isFalse();
    assertThat(desk.seen(kind).hasName("ann@corp.test")).isFalse();
    assertThat(desk.changes(kind)).isEqualTo(kind.isOfDomain());
  }

  @ParameterizedTest
  @EnumSource(
      value = EntryKind.class,
      names = {"ACCOUNT", "ALIAS", "LIST"})
  void aRoleThatSeesAllDoesSoBesidesTheDomain(EntryKind kind) {
    assertThat(of(Role.HELP_DESK, Role.DOMAIN_ADMIN).seen(kind).isWhole()).isTrue();
    assertThat(of(Role.USER).seen(kind).hasName("ann@corp.test")).isFalse();
  }

  @Test
  void aDomainAdministratorGivesNoRoleAboveItsOwn() {
    assertThat(of(Role.DOMAIN_ADMIN).givenRoles()).containsExactly(Role.DOMAIN_ADMIN, Role.USER);
    assertThat(of(Role.ADMINISTRATOR).givenRoles()).containsExactly(Role.values());
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void anAdministratorGetsToTheDirectory(EntryKind kind) {
    DirectoryDesk desk = of(Role.ADMINISTRATOR);
    assertThat(desk.changes(kind)).isTrue();
    assertThatThrownBy(() -> desk.remove(kind, "a", "")).isInstanceOf(NullPointerException.class);
  }
}
