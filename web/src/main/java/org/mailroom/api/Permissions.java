package org.mailroom.api;

import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import org.mailroom.directory.Role;

/** What the token of a role may do: the one table of it. */
final class Permissions {

  private static final Set<String> RUNNING =
      Set.of("operations", "jobs", "pauses", "limits", "sessions");

  /** What people wrote and got: nobody else's business, not even to read. */
  private static final String MAIL = "mailboxes";

  private static final Set<String> HELP =
      Set.of(
          "status",
          "queue",
          "destinations",
          "jobs",
          "domains",
          "accounts",
          "aliases",
          "lists",
          "sessions",
          "openapi.json");

  private Permissions() {}

  /**
   * Whether a role may do something.
   *
   * @param path below {@code /api/}
   */
  static boolean allow(Role role, String method, String path) {
    String resource = path.replaceFirst("^/+", "").split("[/;]", 2)[0];
    boolean reads =
        (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && !resource.equals(MAIL);
    return switch (role) {
      case ADMINISTRATOR -> true;
      case OPERATOR -> reads || RUNNING.contains(resource);
      case AUDITOR -> reads;
      case HELP_DESK -> reads && HELP.contains(resource);
      case DOMAIN_ADMIN, USER -> false;
    };
  }
}
