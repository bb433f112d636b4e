package org.mailroom.tracking.store;

import java.util.Locale;
import org.mailroom.directory.AddressKey;
import org.mailroom.mail.Address;

/**
 * What an address is found by.
 *
 * @param key the whole address; empty for none
 * @param domain its domain
 */
record SearchKey(String key, String domain) {

  /** That of the null reverse-path. */
  static final SearchKey NONE = new SearchKey("", "");

  static SearchKey of(Address address) {
    AddressKey key = AddressKey.of(address);
    return new SearchKey(Texts.clean(key.toString(), TraceRows.ADDRESS), key.domain());
  }

  /** The key of an address as text; of something else, itself in lower case. */
  static SearchKey of(String address) {
    if (address.isEmpty()) {
      return NONE;
    }
    try {
      return of(Address.parse(address));
    } catch (IllegalArgumentException e) {
      return new SearchKey(Texts.clean(address.toLowerCase(Locale.ROOT), TraceRows.ADDRESS), "");
    }
  }
}
