package org.mailroom.console.queues;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

@SuppressWarnings("UnnecessaryAssignment") // No container fills these fields.
class OrderRightsTest {

  @Test
  void whoMayOnlyReadCantPauseOrLimit() {
    OrdersView view = new OrdersView();
    view.access =
        new Access() {
          @Override
          public boolean changes(String resource) {
            return Permissions.changes(Role.AUDITOR, resource);
          }
        };
    view.getForm().setReason("because");
    assertThatThrownBy(() -> view.pause("mx.x.test")).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> view.resume("mx.x.test")).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> view.limit("mx.x.test")).isInstanceOf(ForbiddenException.class);
  }
}
