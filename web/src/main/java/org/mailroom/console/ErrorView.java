package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Why a page could not be shown. */
@Named
@RequestScoped
public class ErrorView {

  private static final Set<String> REASONS = Set.of("403", "404", "500", "expired");
  private static final String FORBIDDEN = "403";

  @Inject private MenuView menu;

  /** The key of its text: {@code nothing} for somebody whom the console has no page for. */
  public String getReason() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String reason = external.getRequestParameterMap().get("reason");
    if (FORBIDDEN.equals(reason)
        && external.getRemoteUser() != null
        && menu.getGroups().isEmpty()) {
      return "nothing";
    }
    return reason != null && REASONS.contains(reason) ? reason : "500";
  }
}
