package org.mailroom.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.srs.SenderRewriting;

/** Who is who in the local domains. */
final class AddressBook {

  private static final String POSTMASTER = "postmaster";

  private final Domains domains;
  private final SenderRewriting rewriting;
  private final Map<AddressKey, AddressHolder> holders = new HashMap<>();
  private final List<Account> accounts;

  /**
   * What an address means.
   *
   * @param holder who has it; an alias made for this answer, where nobody has it
   * @param folder that its detail names
   */
  record Found(AddressHolder holder, Optional<String> folder) {}

  AddressBook(DirectoryData data, Domains domains, SenderRewriting rewriting) {
    this.domains = domains;
    this.rewriting = rewriting;
    this.accounts = data.accounts();
    data.lists().forEach(this::add);
    data.aliases().forEach(this::add);
    data.accounts().forEach(this::add);
  }

  private void add(AddressHolder holder) {
    holders.put(key(holder.address()), holder);
  }

  AddressKey key(Address address) {
    return domains.main(AddressKey.of(address));
  }

  /** Who has exactly this address. */
  Optional<AddressHolder> holder(Address address) {
    return Optional.ofNullable(holders.get(key(address)));
  }

  /** Who has the address without its detail, or with it. */
  Optional<AddressHolder> holderOfBase(Address address) {
    return holder(address).or(() -> Subaddress.of(address).flatMap(sub -> holder(sub.base())));
  }

  /** What an address of a local domain means: the nearest of all that it could. */
  Optional<Found> find(Address address) {
    Optional<AddressHolder> exact = holder(address);
    if (exact.isPresent()) {
      return exact.map(holder -> new Found(holder, Optional.empty()));
    }
    if (SenderRewriting.isRewritten(address)) {
      return rewriting.restore(address).map(sender -> standIn(address, List.of(sender)));
    }
    return subaddress(address)
        .or(() -> postmaster(address))
        .or(() -> catchAll(address).map(other -> standIn(address, List.of(other))));
  }

  boolean isPostmaster(Address address) {
    return key(address).localPart().equals(POSTMASTER);
  }

  private Optional<Found> subaddress(Address address) {
    return Subaddress.of(address)
        .flatMap(sub -> holder(sub.base()).map(holder -> new Found(holder, sub.folder())));
  }

  private Optional<Found> postmaster(Address address) {
    if (!isPostmaster(address)) {
      return Optional.empty();
    }
    List<Address> administrators =
        accounts.stream()
            .filter(account -> account.enabled() && account.roles().contains(Role.ADMINISTRATOR))
            .map(Account::address)
            .toList();
    return administrators.isEmpty()
        ? Optional.empty()
        : Optional.of(standIn(address, administrators));
  }

  private Optional<Address> catchAll(Address address) {
    return domains.find(address.domain()).flatMap(MailDomain::catchAll);
  }

  private static Found standIn(Address address, List<Address> targets) {
    return new Found(new Alias(address, targets), Optional.empty());
  }
}
