package org.mailroom.console.queues;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

@SuppressWarnings("UnnecessaryAssignment") // No container fills these fields.
class StopRightsTest {

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "HELP_DESK", "DOMAIN_ADMIN", "USER"})
  void whoMayOnlyReadCantStopTheHub(Role role) {
    StopView view = new StopView();
    view.access =
        new Access() {
          @Override
          public boolean changes(String resource) {
            return Permissions.changes(role, resource);
          }
        };
    view.getForm().setReason("because");
    assertThatThrownBy(() -> view.ask("intake")).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(view::pause).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> view.resume("relay")).isInstanceOf(ForbiddenException.class);
  }
}
