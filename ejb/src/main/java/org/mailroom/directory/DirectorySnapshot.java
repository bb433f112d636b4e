package org.mailroom.directory;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/**
 * The directory at one moment: immutable, in memory, each answer in microseconds. Addresses are
 * compared case-insensitively and in NFC, domains by their A-labels.
 */
public interface DirectorySnapshot {

  /** True for a local domain and for its alias domains: this hub knows everybody in it. */
  boolean isLocal(Domain domain);

  /** True when the hub takes mail for the domain from anyone and hands it on. */
  boolean isRelayed(Domain domain);

  /** The narrowest trusted network of a client. */
  Optional<TrustedNetwork> trusted(InetAddress client);

  /**
   * Whether there is such a recipient in a local domain: account, alias, list, {@code postmaster},
   * catch-all; subaddresses ({@code ann+detail}) as well.
   */
  boolean isKnown(ForwardPath recipient);

  /** How many accounts there are, those that are disabled among them. */
  int accountCount();

  /** The enabled account that an address belongs to, by its own address or a direct alias. */
  Optional<Account> account(Address address);

  /**
   * The enabled account that keeps the mail for an address: by its own or a direct alias, with a
   * detail or without. Empty when several do, and when it only forwards.
   */
  Optional<Account> mailbox(Address address);

  /** True when the account may put the address into MAIL: its own, its aliases, granted send-as. */
  boolean maySendAs(Account account, Address address);

  /** The list that an address is of, with a detail or without. */
  Optional<DistributionList> list(Address address);

  /** False when the list takes nothing from there; true also when moderators will be asked. */
  boolean mayPost(DistributionList list, ReversePath from, Origin origin);

  /** True for those who are asked about mail to the list, by whatever address of theirs. */
  boolean mayDecide(DistributionList list, ReversePath from, Origin origin);

  /**
   * Where a mail to a recipient of a local domain goes now. Deterministic: the same directory gives
   * the same targets in the same order.
   *
   * @param recipient of a local domain; its DSN parameters go along where RFC 3461, 5.2.7 wants it
   * @param from decides who may post to a list, and becomes the list's owner, or an SRS path for
   *     forwards to outside
   * @param origin who logged in is asked before {@code from}, and whether that is believed
   */
  default Expansion expand(EnvelopeRecipient recipient, ReversePath from, Origin origin) {
    return expand(recipient, from, origin, step -> {});
  }

  /** The same, and tells {@code witness} each step as it is made. */
  Expansion expand(
      EnvelopeRecipient recipient,
      ReversePath from,
      Origin origin,
      Consumer<ExpansionStep> witness);

  /** The first route whose patterns match, of those for senders before those for domains. */
  Optional<Route> route(Domain to, ReversePath from);
}
