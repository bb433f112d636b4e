package org.mailroom.console.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.directory.change.EntryKind;

/** Keeps the account that is open out, or lets it in, at once; the next page offers to undo it. */
@Named
@RequestScoped
public class AccountSwitchView {

  private static final String UNDO = "undo";

  @Inject private AccountsView accounts;
  @Inject private DirectoryDesk desk;

  /** Lets it in, or keeps it out. */
  public void turn(boolean on) throws IOException {
    accounts.attempt(
        () -> {
          String title = accounts.getName();
          desk.set(EntryKind.ACCOUNT, title, Map.of("enabled", Boolean.toString(on)), "");
          external()
              .getFlash()
              .put("turned", accounts.phrases().text(on ? "said.enabled" : "said.disabled", title));
          external().getFlash().put(UNDO, Boolean.toString(!on));
          accounts.leave(accounts.opened());
        });
  }

  /** Puts it back as it was before the last click. */
  public void undo() throws IOException {
    turn(Boolean.parseBoolean(external().getRequestParameterMap().get(UNDO)));
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
