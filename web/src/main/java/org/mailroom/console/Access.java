package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Set;
import org.mailroom.directory.Role;

/**
 * What who is signed in may see and do, by the names of resources below {@code /api/}. A page hides
 * what they may not; each action checks again, by {@link #requireChange}.
 */
@Named
@RequestScoped
public class Access {

  private Roles roles;

  /** True when a resource may be seen. */
  public boolean reads(String resource) {
    return known().reads(resource);
  }

  /** True when a resource may be changed, or things done by it. */
  public boolean changes(String resource) {
    return known().changes(resource);
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

  /**
   * Checks that something may be shown.
   *
   * @throws ForbiddenException as {@link #requireChange}
   */
  public void requireRead(String resource) {
    if (!reads(resource)) {
      throw new ForbiddenException(resource);
    }
  }

  /** Who is signed in, for the audit. */
  public String actor() {
    return external().getRemoteUser();
  }

  /** Their roles. */
  public Set<Role> roles() {
    return known().all();
  }

  private Roles known() {
    if (roles == null) {
      roles = Roles.of(external()::isUserInRole);
    }
    return roles;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
