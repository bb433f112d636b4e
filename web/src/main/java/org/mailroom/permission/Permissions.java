package org.mailroom.permission;

import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Set;
import org.mailroom.directory.Role;

/** What a role may do: the one table of it. Resources are named as below {@code /api/}. */
public final class Permissions {

  /** Who sets up a hub may do everything with it. */
  private static final String FIRST_RUN = "first-run";

  /** Everything that there is to see or to do, in the order in which people look for it. */
  public static final List<String> RESOURCES =
      List.of(
          "status",
          "nodes",
          "queue",
          "operations",
          "jobs",
          "destinations",
          "pauses",
          "limits",
          "traces",
          "explain",
          "delivery-tests",
          "conversations",
          "metrics",
          "sessions",
          "domains",
          "accounts",
          "aliases",
          "lists",
          "routes",
          "networks",
          "organisation",
          "usage",
          "mailboxes",
          "settings",
          "audit",
          "tokens",
          FIRST_RUN);

  private static final Set<String> RUNNING =
      Set.of("operations", "jobs", "pauses", "limits", "sessions", "explain", "delivery-tests");

  /** What is asked by doing something: for nobody who may only look. */
  private static final Set<String> DOING = Set.of("explain", "delivery-tests");

  /** What people wrote and got: nobody else's business, not even to read. */
  private static final String MAIL = "mailboxes";

  private static final Set<String> ADMINISTRATORS = Set.of(MAIL, FIRST_RUN);

  private static final Set<String> HELP =
      Set.of(
          "status",
          "nodes",
          "health",
          "queue",
          "destinations",
          "jobs",
          "domains",
          "accounts",
          "aliases",
          "lists",
          "organisation",
          "sessions",
          "usage",
          "openapi.json");

  private Permissions() {}

  /**
   * Whether a role may do something.
   *
   * @param path below {@code /api/}
   */
  public static boolean allow(Role role, String method, String path) {
    String resource = path.replaceFirst("^/+", "").split("[/;]", 2)[0];
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
        ? reads(role, resource)
        : changes(role, resource);
  }

  /** Whether a role may see a resource. */
  public static boolean reads(Role role, String resource) {
    return switch (role) {
      case ADMINISTRATOR -> true;
      case OPERATOR -> !ADMINISTRATORS.contains(resource);
      case AUDITOR -> !ADMINISTRATORS.contains(resource) && !DOING.contains(resource);
      case HELP_DESK -> HELP.contains(resource);
      case DOMAIN_ADMIN, USER -> false;
    };
  }

  /** Whether a role may change a resource, or have something done by it. */
  public static boolean changes(Role role, String resource) {
    return switch (role) {
      case ADMINISTRATOR -> true;
      case OPERATOR -> RUNNING.contains(resource);
      case AUDITOR, HELP_DESK, DOMAIN_ADMIN, USER -> false;
    };
  }
}
