package org.mailroom.console.own;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.door.ClientAddress;
import org.mailroom.console.door.SignedIn;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.password.StoredPasswords;
import org.mailroom.login.ConsoleUser.OfDirectory;
import org.mailroom.login.HubLogins;
import org.mailroom.permission.Permissions;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.ServerStep.PasswordClaim;

/** The account of who is signed in. A user of the server's own realm has none. */
@RequestScoped
public class OwnAccount {

  @Inject private Access access;
  @Inject private Directory directory;
  @Inject private DirectoryChanges changes;
  @Inject private StoredPasswords passwords;
  @Inject private HubLogins logins;

  /** As it is now. */
  public Optional<Account> find() {
    access.requireRead(Permissions.MY_ACCOUNT);
    return SignedIn.user(request())
        .map(user -> user instanceof OfDirectory own ? own.account() : null)
        .flatMap(directory.snapshot()::account);
  }

  /** The same of somebody who is about to change something of it. */
  public Account toChange() {
    access.requireChange(Permissions.MY_ACCOUNT);
    return find().orElseThrow();
  }

  /** Changes one of its fields. */
  public void set(String field, String value) throws DirectoryException {
    changes.set(
        EntryKind.ACCOUNT,
        toChange().address().toString(),
        Map.of(field, value),
        new Requester(access.actor(), ""));
  }

  /** Whether this is its password; a wrong one counts as one at the sign-in does. */
  LoginAnswer claims(String password) {
    return logins.check(
        ClientAddress.of(request()), new PasswordClaim(toChange().address().toString(), password));
  }

  /** Gives it another password. This session goes on with it, and all others end. */
  void setPassword(String password) throws DirectoryException {
    set("password", password);
    Account account = toChange();
    passwords
        .of(account.address())
        .ifPresent(stored -> SignedIn.begin(request(), new OfDirectory(account.address(), stored)));
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
