package org.mailroom.console.accounts;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.EntryKind;

/** By which other addresses mail comes to the account that is open. */
@Named
@ViewScoped
public class AccountWaysView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AccountsView accounts;
  @Inject private DirectoryDesk desk;
  @Inject private transient DirectoryChanges directory;

  private String alias = "";

  /** Adds an alias; what has no domain is in the account's. */
  public void add() throws IOException {
    accounts.attempt(
        () -> {
          String account = name();
          String address =
              alias.indexOf('@') < 0 ? alias + account.substring(account.lastIndexOf('@')) : alias;
          String title =
              desk.add(
                      EntryKind.ALIAS,
                      Map.of("address", address, "targets", account),
                      accounts.getReason())
                  .title();
          accounts.say("said.added", title);
          accounts.leave(accounts.open(account, "mail"));
        });
  }

  /** The aliases that lead to it. */
  public List<String> getAliases() {
    return directory.data().aliases().stream()
        .filter(desk.seen(EntryKind.ALIAS)::has)
        .filter(one -> one.targets().stream().anyMatch(this::isAccount))
        .map(one -> one.address().toString())
        .toList();
  }

  /** The lists that it is a member of. */
  public List<String> getLists() {
    return directory.data().lists().stream()
        .filter(desk.seen(EntryKind.LIST)::has)
        .filter(one -> one.members().stream().anyMatch(this::isAccount))
        .map(one -> one.address().toString())
        .toList();
  }

  /** True when aliases may be added. */
  public boolean isChangeable() {
    return desk.changes(EntryKind.ALIAS);
  }

  private boolean isAccount(Object address) {
    return address.toString().equalsIgnoreCase(name());
  }

  private String name() {
    return accounts.getEditor().getName();
  }

  /** The address that is to be added. */
  public String getAlias() {
    return alias;
  }

  /** Takes the address. */
  public void setAlias(String alias) {
    this.alias = alias == null ? "" : alias.strip();
  }
}
