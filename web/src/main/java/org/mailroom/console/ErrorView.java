package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Set;

/** Why a page could not be shown. */
@Named
@RequestScoped
public class ErrorView {

  private static final Set<String> REASONS = Set.of("403", "404", "500", "expired");

  /** The key of its text. */
  public String getReason() {
    String reason =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("reason");
    return reason != null && REASONS.contains(reason) ? reason : "500";
  }
}
