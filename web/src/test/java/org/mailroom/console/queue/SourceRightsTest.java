package org.mailroom.console.queue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

@SuppressWarnings("UnnecessaryAssignment") // No container fills these fields.
class SourceRightsTest {

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.EXCLUDE,
      names = {"ADMINISTRATOR"})
  void nobodyElseReadsWhatPeopleWrite(Role role) {
    SourceView view = new SourceView();
    view.access =
        new Access() {
          @Override
          public boolean changes(String resource) {
            return Permissions.changes(role, resource);
          }
        };
    assertThatThrownBy(() -> view.fetch("38G5AMQ3HED58")).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(view::getContents).isInstanceOf(ForbiddenException.class);
  }
}
