package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.console.door.SignedIn;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.password.StoredPasswords;
import org.mailroom.login.ConsoleUser.OfDirectory;
import org.mailroom.login.ConsoleUser.OfFirstRun;

/** The second step: who runs the hub. From then on they are who sets it up. */
@Named
@RequestScoped
public class FirstAdministratorView {

  @Inject private DirectoryDesk desk;
  @Inject private StoredPasswords passwords;
  @Inject private FirstFacts facts;
  @Inject private StepDeeds deeds;

  private String address = "";
  private String name = "";
  private String password = "";
  private String again = "";

  /** Adds the account, and signs in as it whoever came by the code. */
  public void add() throws IOException {
    if (password.isEmpty()) {
      deeds.refuse("firstrun.password.missing");
    } else if (password.equals(again)) {
      deeds.attempt(this::addAccount);
    } else {
      deeds.refuse("firstrun.password.differs");
    }
  }

  private void addAccount() throws DirectoryException, IOException {
    String full = address.contains("@") ? address : address + "@" + facts.domain();
    Map<String, String> fields =
        Map.of(
            "address", full,
            "name", name,
            "roles", Role.ADMINISTRATOR.key(),
            "password", password);
    Account account = (Account) desk.add(EntryKind.ACCOUNT, fields, StepDeeds.REASON);
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    if (SignedIn.user(request).filter(OfFirstRun.class::isInstance).isPresent()) {
      passwords
          .of(account.address())
          .ifPresent(own -> SignedIn.begin(request, new OfDirectory(account.address(), own)));
    }
    deeds.leaveFor(FirstStep.PEOPLE, "firstrun.administrator.said", account.title());
  }

  /** The administrator that the first start has made, or empty. */
  public String getOfStart() {
    return facts.administratorOfStart().orElse("");
  }

  /** Behind the {@code @} of an address that has none. */
  public String getDomain() {
    return facts.domain();
  }

  /** The address. */
  public String getAddress() {
    return address;
  }

  /** Takes the address. */
  public void setAddress(String address) {
    this.address = address == null ? "" : address.strip();
  }

  /** The name of the person. */
  public String getName() {
    return name;
  }

  /** Takes the name. */
  public void setName(String name) {
    this.name = name == null ? "" : name.strip();
  }

  /** The password; it is never sent back. */
  public String getPassword() {
    return "";
  }

  /** Takes the password. */
  public void setPassword(String password) {
    this.password = password == null ? "" : password;
  }

  /** The password once more; never sent back. */
  public String getAgain() {
    return "";
  }

  /** Takes it once more. */
  public void setAgain(String again) {
    this.again = again == null ? "" : again;
  }
}
