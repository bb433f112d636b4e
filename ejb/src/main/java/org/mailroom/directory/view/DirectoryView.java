package org.mailroom.directory.view;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.directory.Account;
import org.mailroom.directory.AddressHolder;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.Remit;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.store.AccountUse;
import org.mailroom.store.AccountUses;

/** Finds entries of the directory, and says what their mailboxes use. */
@Singleton
public class DirectoryView {

  private final DirectoryChanges directory;
  private final AccountUses uses;

  /** Looks through this directory. */
  @Inject
  public DirectoryView(DirectoryChanges directory, AccountUses uses) {
    this.directory = directory;
    this.uses = uses;
  }

  /** Entries of a kind that have a text, in their order, of those that somebody may see. */
  public List<DirectoryEntry> find(Remit seen, EntryKind kind, String text) {
    SearchText wanted = new SearchText(text);
    List<DirectoryEntry> found = new ArrayList<>();
    for (DirectoryEntry entry : kind.of(directory.data())) {
      if (seen.has(entry) && wanted.isIn(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Accounts, and how many there are in each group of them. */
  public AccountsFound find(AccountQuery query) {
    SearchText text = new SearchText(query.text());
    List<Account> found = new ArrayList<>();
    Map<AccountGroup, Integer> counts = new EnumMap<>(AccountGroup.class);
    for (Account account : directory.data().accounts()) {
      if (query.isAbout(account) && text.isIn(account)) {
        AccountUse use = uses.of(account.id());
        for (AccountGroup group : AccountGroup.values()) {
          if (group.has(account, use)) {
            counts.merge(group, 1, Integer::sum);
          }
        }
        if (query.group().has(account, use)) {
          found.add(account);
        }
      }
    }
    return new AccountsFound(found, counts);
  }

  /** What the mailboxes of an account use, as of some seconds ago. */
  public AccountUse use(Account account) {
    return uses.of(account.id());
  }

  /** The aliases that lead to an account, and its own address by the other names of its domain. */
  public List<Address> otherAddresses(Account account) {
    DirectoryData data = directory.data();
    Address own = account.address();
    Stream<Address> names =
        data.domains().stream()
            .filter(domain -> domain.name().equals(own.domain()))
            .flatMap(domain -> domain.aliases().stream())
            .map(name -> new Address(own.localPart(), name));
    Stream<Address> aliases =
        data.aliases().stream()
            .filter(alias -> alias.targets().stream().anyMatch(to -> isSame(to, own)))
            .map(Alias::address);
    return Stream.concat(names, aliases).toList();
  }

  private static boolean isSame(Address one, Address other) {
    return AddressKey.of(one).equals(AddressKey.of(other));
  }

  /** What is in each domain that has something. */
  public Map<Domain, DomainCensus> censuses() {
    DirectoryData data = directory.data();
    Map<Domain, DomainCensus> censuses = new HashMap<>();
    count(censuses, data.accounts(), new DomainCensus(1, 0, 0));
    count(censuses, data.aliases(), new DomainCensus(0, 1, 0));
    count(censuses, data.lists(), new DomainCensus(0, 0, 1));
    return censuses;
  }

  private static void count(
      Map<Domain, DomainCensus> censuses, List<? extends AddressHolder> holders, DomainCensus one) {
    for (AddressHolder holder : holders) {
      censuses.merge(holder.address().domain(), one, DomainCensus::and);
    }
  }
}
