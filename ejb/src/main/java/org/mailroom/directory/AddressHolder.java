package org.mailroom.directory;

import org.mailroom.mail.Address;

/** What an address of a local domain can be. No two have the same. */
public sealed interface AddressHolder extends DirectoryEntry
    permits Account, Alias, DistributionList {

  /** In a local domain. */
  Address address();

  @Override
  default String key() {
    return AddressKey.of(address()).toString();
  }

  @Override
  default String title() {
    return address().toString();
  }
}
