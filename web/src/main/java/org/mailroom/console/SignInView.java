package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Set;

/** Why somebody has to sign in once more. */
@Named
@RequestScoped
public class SignInView {

  private static final Set<String> REASONS = Set.of("wrong", "soon", "locked");

  /** The key of its text. */
  public String getFailure() {
    String failed =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("failed", "");
    return REASONS.contains(failed) ? failed : "wrong";
  }
}
