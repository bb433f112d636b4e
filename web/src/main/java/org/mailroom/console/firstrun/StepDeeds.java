package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.Deed;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.change.DirectoryException;

/** Does what a step is for, and says so or why not. */
@Named
@RequestScoped
public class StepDeeds {

  /** Why, in the audit. */
  static final String REASON = "first run";

  @Inject private Appearance appearance;
  @Inject private Clock clock;

  private List<String> problems = List.of();

  /** All that was against it. */
  public List<String> getProblems() {
    return problems;
  }

  /** Does it, or keeps all reasons against it. */
  void attempt(Deed deed) throws IOException {
    try {
      deed.run();
    } catch (DirectoryException e) {
      problems = e.refusals().stream().map(phrases()::text).toList();
    } catch (DatabaseException e) {
      refuse("problems.database");
    }
  }

  /** Says why not. */
  void refuse(String key, Object... values) {
    problems = List.of(phrases().text(key, values));
  }

  /** Says that it is done, on the page of another step. */
  void leaveFor(FirstStep step, String key, Object... values) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.getFlash().put("said", phrases().text(key, values));
    external.redirect(step.link());
  }

  Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
