package org.mailroom.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.mailroom.imap.Capability;
import org.mailroom.mail.Address;

/**
 * A person or a program with a mailbox and a password. The password is not in it.
 *
 * @param id never used again for another account
 * @param address in a local domain
 * @param name for people; may be empty
 * @param quotaOctets of all its mail; 0 for none
 * @param quotaMessages of all its mail; 0 for none
 * @param enabled false: it can't log in, and gets no mail
 * @param roles what it may do in the console
 * @param language of notices to it
 * @param sendAs addresses beyond its own and its aliases that it may send from
 * @param forwards where its mail goes besides, or instead
 * @param keepsCopy false when its mail goes to the forwards only
 * @param imapOff capabilities that its IMAP programs aren't told of
 */
public record Account(
    long id,
    Address address,
    String name,
    long quotaOctets,
    long quotaMessages,
    boolean enabled,
    Set<Role> roles,
    Locale language,
    Set<Address> sendAs,
    List<Address> forwards,
    boolean keepsCopy,
    Set<Capability> imapOff)
    implements AddressHolder {

  /** Refuses quotas below 0; takes copies. */
  public Account {
    Objects.requireNonNull(address, "an account has an address");
    Objects.requireNonNull(name, "an account has a name, if an empty one");
    Objects.requireNonNull(language, "an account has a language");
    if (quotaOctets < 0 || quotaMessages < 0) {
      throw DirectoryReason.QUOTA_BELOW_NONE.refused();
    }
    roles = Set.copyOf(roles);
    sendAs = Set.copyOf(sendAs);
    forwards = List.copyOf(forwards);
    imapOff = Set.copyOf(imapOff);
  }
}
