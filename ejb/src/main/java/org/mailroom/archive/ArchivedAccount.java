package org.mailroom.archive;

import java.util.Objects;
import org.mailroom.mail.Address;
import org.mailroom.store.MailQuota;

/**
 * Whose mail it is.
 *
 * @param id the directory's number
 */
public record ArchivedAccount(long id, Address address, MailQuota quota) {

  /** Needs both. */
  public ArchivedAccount {
    Objects.requireNonNull(address, "an account has an address");
    Objects.requireNonNull(quota, "an account has a quota, if an endless one");
  }

  /** With its limits; 0 for none. */
  public ArchivedAccount(long id, Address address, long quotaOctets, long quotaMessages) {
    this(id, address, new MailQuota(quotaOctets, quotaMessages));
  }
}
