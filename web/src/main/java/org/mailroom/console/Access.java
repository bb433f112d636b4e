package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;

/**
 * What who is signed in may see and do, by the names of resources below {@code /api/}. A page hides
 * what they may not; each action checks again, by {@link #requireChange}.
 */
@Named
@RequestScoped
public class Access {

  /** As the console's own realm names it. */
  private static final String ADMINISTRATOR = "Administrator";

  private Set<Role> roles;

  /** True when a resource may be seen. */
  public boolean reads(String resource) {
    return roles().stream().anyMatch(role -> Permissions.reads(role, resource));
  }

  /** True when a resource may be changed, or things done by it. */
  public boolean changes(String resource) {
    return roles().stream().anyMatch(role -> Permissions.changes(role, resource));
  }

  /**
   * Checks an action.
   *
   * @throws ForbiddenException when it is not for who is signed in; the page shows that
   */
  public void requireChange(String resource) {
    if (!changes(resource)) {
      throw new ForbiddenException(resource);
    }
  }

  /** Who is signed in, for the audit. */
  public String actor() {
    return external().getRemoteUser();
  }

  /** Their roles. */
  public Set<Role> roles() {
    if (roles == null) {
      roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        if (external().isUserInRole(role.key())) {
          roles.add(role);
        }
      }
      if (external().isUserInRole(ADMINISTRATOR)) {
        roles.add(Role.ADMINISTRATOR);
      }
    }
    return roles;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
