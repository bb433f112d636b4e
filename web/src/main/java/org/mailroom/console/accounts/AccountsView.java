package org.mailroom.console.accounts;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.console.directory.GeneratedPassword;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.AccountGroup;
import org.mailroom.directory.view.AccountQuery;
import org.mailroom.directory.view.AccountsFound;
import org.mailroom.directory.view.DirectoryView;
import org.mailroom.mail.Domain;

/** The Accounts page. Its state is its address: {@code ?q=ann&domain=corp.test&show=disabled}. */
@Named
@ViewScoped
public class AccountsView extends EntriesView {

  private static final long serialVersionUID = 1L;
  private static final String PASSWORD = "password";

  @Inject private transient DirectoryView directory;

  private String domain = "";
  private String show = "";
  private String password = "";
  private Map<AccountGroup, Integer> counts = Map.of();

  /** All accounts at first. */
  public AccountsView() {
    super(EntryKind.ACCOUNT);
  }

  @Override
  protected List<Account> matching() {
    AccountsFound found =
        directory.find(new AccountQuery(seen(), getText(), parsed(domain), AccountGroup.of(show)));
    counts = found.counts();
    return found.accounts();
  }

  /** All accounts that are looked for now, on whatever page. */
  List<Account> all() {
    return matching();
  }

  @Override
  protected AccountLine line(DirectoryEntry entry, Phrases phrases) {
    Account account = (Account) entry;
    return AccountLine.of(account, directory.use(account), phrases);
  }

  @Override
  protected Map<String, String> defaults() {
    return Map.of("enabled", "true", "keeps_copy", "true");
  }

  @Override
  public PageLink list() {
    return list(show);
  }

  private PageLink list(String group) {
    return super.list().with("domain", domain).with("show", group);
  }

  /** One without a password gets one that is shown once. */
  @Override
  protected String added(Map<String, String> fields) throws DirectoryException {
    Map<String, String> complete = new HashMap<>(fields);
    String given = fields.getOrDefault(PASSWORD, "");
    String made = given.isEmpty() ? GeneratedPassword.next() : "";
    complete.put(PASSWORD, given + made);
    String title = super.added(complete);
    tell(title, made);
    return title;
  }

  /** Gives the account that is open another password. */
  public void reset() throws IOException {
    attempt(
        () -> {
          String title = getEditor().getName();
          String made = password.isEmpty() ? GeneratedPassword.next() : "";
          desk().set(EntryKind.ACCOUNT, title, Map.of(PASSWORD, password + made), getReason());
          say("said.password", title);
          tell(title, made);
          leave(open(title, ""));
        });
  }

  private static void tell(String address, String made) {
    if (!made.isEmpty()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .getFlash()
          .put("secret", new ShownOnce(address, made));
    }
  }

  /** The address of this page, with the account that is open. */
  PageLink opened() {
    return open(getName(), "");
  }

  /** The groups with their counts. */
  public List<Chip> getChips() {
    getPaging();
    Phrases phrases = phrases();
    AccountGroup chosen = AccountGroup.of(show);
    return Arrays.stream(AccountGroup.values())
        .map(
            group ->
                new Chip(
                    group.key(),
                    phrases.count(counts.getOrDefault(group, 0)),
                    list(group == AccountGroup.ALL ? "" : group.key()).toString(),
                    group == chosen))
        .toList();
  }

  /** The keys of the roles that may be given, and of those that the open account has. */
  public List<String> getRoles() {
    Set<Role> roles = EnumSet.copyOf(desk().givenRoles());
    entry().ifPresent(entry -> roles.addAll(((Account) entry).roles()));
    return roles.stream().map(Role::key).toList();
  }

  /** The account that is open, with what it uses. */
  public AccountLine getOpened() {
    return entry().map(account -> line(account, phrases())).orElse(null);
  }

  /** The domain in the address; empty for all. */
  public String getDomain() {
    return domain;
  }

  /** Takes the domain from the address; what is none means all. */
  public void setDomain(String domain) {
    this.domain = parsed(given(domain)).map(Domain::text).orElse("");
  }

  private static Optional<Domain> parsed(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Domain.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The group in the address. */
  public String getShow() {
    return show;
  }

  /** Takes the group from the address; what is none means all. */
  public void setShow(String show) {
    AccountGroup group = AccountGroup.of(given(show));
    this.show = group == AccountGroup.ALL ? "" : group.key();
  }

  /** Nothing: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  /** Takes a password; an empty one asks for one that is made. */
  public void setPassword(String password) {
    this.password = given(password);
  }
}
