package org.mailroom.console.domains;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.Organisation;
import org.mailroom.directory.change.Requester;

/** Whose domains they are. */
@Named
@RequestScoped
public class OrganisationView {

  private static final String RESOURCE = "organisation";

  @Inject private Organisation organisation;
  @Inject private Access access;
  @Inject private Appearance appearance;
  @Inject private Clock clock;

  private String name;
  private List<String> problems = List.of();

  /** Gives the organisation another name. */
  public void rename() throws IOException {
    access.requireChange(RESOURCE);
    Phrases phrases = appearance.phrases(clock.instant());
    try {
      organisation.rename(getName(), new Requester(access.actor(), ""));
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      String said = getName().isEmpty() ? "said.organisation.none" : "said.organisation";
      external.getFlash().put("said", phrases.text(said, getName()));
      external.redirect("domains.xhtml");
    } catch (DirectoryException e) {
      problems = e.reasons();
    } catch (DatabaseException e) {
      problems = List.of(phrases.text("problems.database"));
    }
  }

  /** True when who is signed in may rename it. */
  public boolean isChangeable() {
    return access.changes(RESOURCE);
  }

  /** Why it can't have that name. */
  public List<String> getProblems() {
    return problems;
  }

  /** Its name, which may be empty. */
  public String getName() {
    return name == null ? organisation.name() : name;
  }

  /** Takes its name. */
  public void setName(String name) {
    this.name = name == null ? "" : name.strip();
  }
}
