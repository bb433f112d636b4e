package org.mailroom.console.roles;

import java.util.Arrays;
import java.util.List;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

/**
 * What each role may do with a resource.
 *
 * @param resource as below {@code /api/}
 * @param rights a key for each role of the table: {@code does}, {@code sees} or {@code none}
 */
public record RightsLine(String resource, List<String> rights) {

  static List<RightsLine> all() {
    return Permissions.RESOURCES.stream().map(RightsLine::of).toList();
  }

  private static RightsLine of(String resource) {
    return new RightsLine(
        resource, Arrays.stream(Role.values()).map(role -> right(role, resource)).toList());
  }

  private static String right(Role role, String resource) {
    if (Permissions.changes(role, resource)) {
      return "does";
    }
    return Permissions.reads(role, resource) ? "sees" : "none";
  }
}
