package org.mailroom.imap;

import java.net.InetAddress;
import org.mailroom.mail.Address;
import org.mailroom.sasl.Logins;

/** What sessions ask of the hub. Safe for any number of threads. */
public interface ImapService {

  /** Who may log in. */
  Logins logins();

  /** What sessions are limited to, now. */
  ImapLimits limits();

  /** True when limits of connections per address don't hold for {@code peer}. */
  boolean isTrusted(InetAddress peer);

  /**
   * Opens the mailboxes of a user who has logged in.
   *
   * @throws MailboxException NONEXISTENT when the user has none, LIMIT when too many sessions have
   *     them open, UNAVAILABLE
   */
  UserMailboxes open(Address user) throws MailboxException;
}
