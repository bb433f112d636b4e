package org.mailroom.console.roles;

import java.util.Arrays;
import java.util.List;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

/**
 * What each role may do with a resource.
 *
 * @param resource as below {@code /api/}
 * @param rights a key for each role of the table: {@code does}, {@code sees} or {@code none}, the
 *     first two with {@code -domain} where that is about the people of its own domain
 */
public record RightsLine(String resource, List<String> rights) {

  /** A line for each resource. */
  public static List<RightsLine> all() {
    return Permissions.RESOURCES.stream().map(RightsLine::of).toList();
  }

  private static RightsLine of(String resource) {
    return new RightsLine(
        resource, Arrays.stream(Role.values()).map(role -> right(role, resource)).toList());
  }

  private static String right(Role role, String resource) {
    String reach = Permissions.isOfDomain(role) ? "-domain" : "";
    if (Permissions.changes(role, resource)) {
      return "does" + reach;
    }
    return Permissions.reads(role, resource) ? "sees" + reach : "none";
  }
}
