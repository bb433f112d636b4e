package org.mailroom.console.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mailroom.console.Access;
import org.mailroom.console.ForbiddenException;
import org.mailroom.console.Phrases;
import org.mailroom.directory.Role;
import org.mailroom.operation.Jobs;
import org.mailroom.operation.Operation;
import org.mailroom.permission.Permissions;

/** Who may not do it can't by calling it either. */
@SuppressWarnings("UnnecessaryAssignment") // No container fills these fields.
class OperationRightsTest {

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.EXCLUDE,
      names = {"ADMINISTRATOR", "OPERATOR"})
  void onlyOperatorsAndAdministratorsChangeTheQueue(Role role) {
    OperationsView view = new OperationsView();
    view.access = as(role);
    for (Operation operation : Operation.values()) {
      assertThatThrownBy(() -> view.ask(operation.key(), "all"))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> view.askPicked(operation.key(), "all"))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> view.one(operation.key(), "38G5AMQ3HED58"))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThatThrownBy(view::confirm).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(view::undo).isInstanceOf(ForbiddenException.class);
    JobsView jobs = new JobsView();
    jobs.access = as(role);
    jobs.jobs = new Jobs();
    assertThatThrownBy(() -> jobs.stop("1")).isInstanceOf(ForbiddenException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.EXCLUDE,
      names = {"ADMINISTRATOR"})
  void contentIsForAdministratorsOnly(Role role) {
    OperationsView view = new OperationsView();
    view.access = as(role);
    assertThatThrownBy(() -> view.ask("export", "all")).isInstanceOf(ForbiddenException.class);
    assertThat(view.getOffers()).noneMatch(offer -> offer.operation() == Operation.EXPORT);
    JobsView jobs = new JobsView();
    jobs.access = as(role);
    jobs.jobs = new Jobs();
    assertThatThrownBy(() -> jobs.file("1")).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void anAdministratorIsOfferedAll() {
    OperationsView view = new OperationsView();
    view.access = as(Role.ADMINISTRATOR);
    assertThat(view.getOffers()).hasSameSizeAs(Operation.values());
  }

  @Test
  void aJobOnPickedMailsIsCalledByTheirNumber() {
    Phrases phrases = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH);
    assertThat(JobLine.about("id:A/1,B/1,C/2", phrases)).isEqualTo("3 selected");
    assertThat(JobLine.about("id:A/1", phrases)).isEqualTo("id:A/1");
    assertThat(JobLine.about("text:\"a, b\"", phrases)).isEqualTo("text:\"a, b\"");
  }

  private static Access as(Role role) {
    return new Access() {
      @Override
      public Set<Role> roles() {
        return EnumSet.of(role);
      }

      @Override
      public boolean reads(String resource) {
        return Permissions.reads(role, resource);
      }

      @Override
      public boolean changes(String resource) {
        return Permissions.changes(role, resource);
      }

      @Override
      public String actor() {
        return "somebody";
      }
    };
  }
}
