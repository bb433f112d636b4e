package org.mailroom.permission;

import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Set;
import org.mailroom.directory.Role;

/**
 * What a role may do: the one table of it. Resources are named as below {@code /api/}, where there
 * is such a place.
 */
public final class Permissions {

  /** Who sets up a hub may do everything with it. */
  private static final String FIRST_RUN = "first-run";

  /** Who has which role: no domain's own business. */
  private static final String ROLES = "roles";

  /** What everybody who has an account may see of it, and change. */
  public static final String MY_ACCOUNT = "my-account";

  private static final String USAGE = "usage";

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
          ROLES,
          "aliases",
          "lists",
          "routes",
          "networks",
          "organisation",
          USAGE,
          "mailboxes",
          "settings",
          "audit",
          "tokens",
          FIRST_RUN,
          MY_ACCOUNT);

  private static final Set<String> RUNNING =
      Set.of("operations", "jobs", "pauses", "limits", "sessions", "explain", "delivery-tests");

  /** What is asked by doing something: for nobody who may only look. */
  private static final Set<String> DOING = Set.of("explain", "delivery-tests");

  /** What people wrote and got: nobody else's business, not even to read. */
  private static final String MAIL = "mailboxes";

  private static final Set<String> ADMINISTRATORS = Set.of(MAIL, FIRST_RUN, MY_ACCOUNT);

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
          ROLES,
          "aliases",
          "lists",
          "organisation",
          "sessions",
          USAGE,
          "openapi.json");

  /** The people of a domain: for its administrators, and nobody else's people. */
  private static final Set<String> DOMAIN = Set.of("accounts", "aliases", "lists", USAGE);

  private Permissions() {}

  /**
   * Whether a token of a role may do something. Roles that are about an account of one's own, or
   * its domain, open nothing to a token, which has neither.
   *
   * @param path below {@code /api/}
   */
  public static boolean allow(Role role, String method, String path) {
    if (isOfDomain(role) || role == Role.USER) {
      return false;
    }
    String resource = path.replaceFirst("^/+", "").split("[/;]", 2)[0];
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
        ? reads(role, resource)
        : changes(role, resource);
  }

  /** True for a role that may do what it may only with the people of its own domain. */
  public static boolean isOfDomain(Role role) {
    return role == Role.DOMAIN_ADMIN;
  }

  /** Whether a role may see a resource. */
  public static boolean reads(Role role, String resource) {
    return switch (role) {
      case ADMINISTRATOR -> !resource.equals(MY_ACCOUNT);
      case OPERATOR -> !ADMINISTRATORS.contains(resource);
      case AUDITOR -> !ADMINISTRATORS.contains(resource) && !DOING.contains(resource);
      case HELP_DESK -> HELP.contains(resource);
      case DOMAIN_ADMIN -> DOMAIN.contains(resource);
      case USER -> resource.equals(MY_ACCOUNT);
    };
  }

  /** Whether a role may change a resource, or have something done by it. */
  public static boolean changes(Role role, String resource) {
    return switch (role) {
      case ADMINISTRATOR -> !resource.equals(MY_ACCOUNT);
      case OPERATOR -> RUNNING.contains(resource);
      case DOMAIN_ADMIN -> DOMAIN.contains(resource) && !resource.equals(USAGE);
      case USER -> resource.equals(MY_ACCOUNT);
      case AUDITOR, HELP_DESK -> false;
    };
  }
}
