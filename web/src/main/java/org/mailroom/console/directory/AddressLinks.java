package org.mailroom.console.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.mailroom.console.PageLink;
import org.mailroom.directory.Account;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;

/** Where the address of somebody leads: to who has it, else to the mail that went there. */
@Named
@RequestScoped
public class AddressLinks {

  @Inject private Directory directory;
  @Inject private DirectoryDesk desk;

  /** The address of a page. */
  public String of(String text) {
    Address address;
    try {
      address = Address.parse(text);
    } catch (IllegalArgumentException e) {
      return mailTo(text);
    }
    if (!desk.seen(EntryKind.ACCOUNT).has(address)) {
      return PageLink.page("accounts").with("q", text).toString();
    }
    DirectorySnapshot snapshot = directory.snapshot();
    Optional<DistributionList> list = snapshot.list(address);
    Optional<Account> account = snapshot.account(address);
    if (list.isPresent()) {
      return open("lists", list.get().address());
    }
    if (account.isPresent() && isSame(account.get().address(), address)) {
      return open("accounts", account.get().address());
    }
    if (snapshot.isLocal(address.domain())) {
      return snapshot.isKnown(new ForwardPath(address))
          ? open("aliases", address)
          : PageLink.page("accounts").with("q", text).toString();
    }
    return mailTo(text);
  }

  /** The mail that went to an address. */
  public String mailTo(String text) {
    return PageLink.page("traces").with("q", "to:" + text).toString();
  }

  /** The mail that came from an address. */
  public String mailFrom(String text) {
    return PageLink.page("traces").with("q", "from:" + text).toString();
  }

  /** The sessions of a user. */
  public String sessions(String user) {
    return PageLink.page("sessions").with("user", user).toString();
  }

  /** The domain of an address, or of that name. */
  public String domain(String text) {
    return PageLink.page("domains")
        .with("name", text.substring(text.lastIndexOf('@') + 1))
        .toString();
  }

  private static String open(String page, Address address) {
    return PageLink.page(page).with("address", address.toString()).toString();
  }

  private static boolean isSame(Address one, Address other) {
    return AddressKey.of(one).equals(AddressKey.of(other));
  }
}
