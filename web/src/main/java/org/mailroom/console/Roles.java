package org.mailroom.console;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

/**
 * The roles of somebody who is signed in.
 *
 * @param all none, for whom the console has nothing
 */
public record Roles(Set<Role> all) {

  /** As the console's own realm names it. */
  private static final String ADMINISTRATOR = "Administrator";

  /** Takes a copy. */
  public Roles {
    all = Set.copyOf(all);
  }

  /** Those for which the server answers yes. */
  public static Roles of(Predicate<String> isUserInRole) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (isUserInRole.test(role.key())) {
        roles.add(role);
      }
    }
    if (isUserInRole.test(ADMINISTRATOR)) {
      roles.add(Role.ADMINISTRATOR);
    }
    return new Roles(roles);
  }

  /** True when one of them may see a resource. */
  public boolean reads(String resource) {
    return all.stream().anyMatch(role -> Permissions.reads(role, resource));
  }

  /** True when one of them may change a resource, or have things done by it. */
  public boolean changes(String resource) {
    return all.stream().anyMatch(role -> Permissions.changes(role, resource));
  }
}
