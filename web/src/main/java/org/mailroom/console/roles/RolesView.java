package org.mailroom.console.roles;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Requester;

/** The Roles page. Whose roles are to be changed stands in its address: {@code ?account=ann@…}. */
@Named
@ViewScoped
public class RolesView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "roles";

  @Inject private transient DirectoryChanges directory;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private String account = "";
  private String[] roles = {};
  private String reason = "";
  private transient HolderLine chosen;
  private transient Notice notice;

  /** Looks up the account of the address, and ticks its roles. */
  public void look() {
    if (account.isEmpty()) {
      return;
    }
    try {
      chosen = HolderLine.of((Account) directory.find(EntryKind.ACCOUNT, account));
      roles = chosen.roles().toArray(String[]::new);
    } catch (DirectoryException | IllegalArgumentException e) {
      notice = Notice.bad(appearance.text("roles.missing", account));
    }
  }

  /** Gives the account the roles that are ticked, and takes away all others. */
  public void save() {
    access.requireChange(RESOURCE);
    if (losesTheConsole()) {
      notice = Notice.bad(appearance.text("roles.self"));
      return;
    }
    try {
      directory.set(
          EntryKind.ACCOUNT,
          chosen.address(),
          Map.of("roles", String.join(" ", roles)),
          new Requester(access.actor(), reason.strip()));
      notice = Notice.good(appearance.text("roles.changed", chosen.address()));
      reason = "";
    } catch (DirectoryException e) {
      notice = Notice.bad(appearance.text(e.refusals()));
    } catch (DatabaseException e) {
      notice = Notice.bad(appearance.text("problems.database"));
    }
    Notice said = notice;
    look();
    notice = said;
  }

  /** Nobody could give it back to the last administrator. */
  private boolean losesTheConsole() {
    return chosen.address().equals(access.actor())
        && !Arrays.asList(roles).contains(Role.ADMINISTRATOR.key());
  }

  /** Accounts with a role in the console, the mightiest first. */
  public List<HolderLine> getHolders() {
    return directory.data().accounts().stream()
        .filter(each -> each.roles().stream().anyMatch(role -> role != Role.USER))
        .sorted(Comparator.comparing(each -> Collections.min(each.roles())))
        .map(HolderLine::of)
        .toList();
  }

  /** All roles, by their keys. */
  public List<String> getAll() {
    return Arrays.stream(Role.values()).map(Role::key).toList();
  }

  /** What each role may see and do. */
  public List<RightsLine> getRights() {
    return RightsLine.all();
  }

  /** The account that is to be changed, or null. */
  public HolderLine getChosen() {
    return chosen;
  }

  /** What came of the last action. */
  public Notice getNotice() {
    return notice == null ? Notice.NONE : notice;
  }

  /** The account in the address. */
  public String getAccount() {
    return account;
  }

  /** Takes the account from the address. */
  public void setAccount(String account) {
    this.account = account == null ? "" : account.strip();
  }

  /** The roles that are ticked. */
  public String[] getRoles() {
    return roles.clone();
  }

  /** Takes the roles that are ticked. */
  public void setRoles(String... roles) {
    this.roles = roles.clone();
  }

  /** Why, for the audit. */
  public String getReason() {
    return reason;
  }

  /** Takes why. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
