package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.permission.Permissions;

class DirectoryDeskTest {

  /** Without a directory: whoever gets so far has passed the check. */
  private static DirectoryDesk of(Role role) {
    return new DirectoryDesk(
        new Access() {
          @Override
          public boolean changes(String resource) {
            return Permissions.changes(role, resource);
          }

          @Override
          public String actor() {
            return "ann";
          }
        },
        null);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADMINISTRATOR"})
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
      assertThatThrownBy(() -> desk.importCsv(kind, "", true, ""))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void anAdministratorGetsToTheDirectory(EntryKind kind) {
    DirectoryDesk desk = of(Role.ADMINISTRATOR);
    assertThat(desk.changes(kind)).isTrue();
    assertThatThrownBy(() -> desk.remove(kind, "a", "")).isInstanceOf(NullPointerException.class);
  }
}
