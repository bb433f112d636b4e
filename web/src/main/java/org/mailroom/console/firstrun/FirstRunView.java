package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.mailroom.console.Access;
import org.mailroom.console.door.ClientAddress;
import org.mailroom.console.door.SignedIn;
import org.mailroom.login.ConsoleAnswer;
import org.mailroom.login.FirstRun;

/** The page that asks for the code of the first run. */
@Named
@RequestScoped
public class FirstRunView {

  static final String RESOURCE = "first-run";
  private static final int LONGEST = 100;

  @Inject private FirstRun run;
  @Inject private Access access;

  private String code = "";
  private String failure = "";

  /** Lets in whoever knows the code. */
  public String enter() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    failure =
        switch (run.enter(ClientAddress.of(request), code)) {
          case ConsoleAnswer.Granted granted -> {
            SignedIn.begin(request, granted.user());
            yield "";
          }
          case ConsoleAnswer.Denied denied -> "wrong";
          case ConsoleAnswer.TooSoon soon -> "soon";
          case ConsoleAnswer.Locked locked -> "locked";
        };
    return failure.isEmpty() ? "/first-steps.xhtml?faces-redirect=true" : null;
  }

  /** True while the code lets somebody in. */
  public boolean isAsking() {
    return run.takesCode() && !isIn();
  }

  /** True for somebody who may go on without it. */
  public boolean isIn() {
    return access.changes(RESOURCE);
  }

  /** True for those who may finish it, until somebody has. */
  public boolean isUnfinished() {
    return isIn() && run.isOpen();
  }

  /** The key of why the code let nobody in, or empty. */
  public String getFailure() {
    return failure;
  }

  /** The code; it is never sent back. */
  public String getCode() {
    return "";
  }

  /** Takes the code. */
  public void setCode(String code) {
    this.code = code == null || code.length() > LONGEST ? "" : code;
  }
}
