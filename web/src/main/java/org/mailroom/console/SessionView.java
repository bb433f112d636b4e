package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Who is signed in, and signing out. */
@Named
@RequestScoped
public class SessionView {

  /** The name of the user. */
  public String getUser() {
    return external().getRemoteUser();
  }

  /** Ends the session, and leads to the sign-in page. */
  public String signOut() throws ServletException {
    ((HttpServletRequest) external().getRequest()).logout();
    external().invalidateSession();
    return "/login.xhtml?faces-redirect=true";
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
