package org.mailroom.pop3;

import java.net.InetAddress;
import org.mailroom.mail.Address;
import org.mailroom.sasl.Logins;

/**
 * What sessions ask of the hub: called directly, without the container. Safe for any number of
 * threads.
 */
public interface Maildrops {

  /** What {@link #open} came to. */
  sealed interface Answer {

    /** The maildrop is the session's alone, until it is closed. */
    record Opened(Maildrop maildrop) implements Answer {}

    /** Another session has it. */
    record InUse() implements Answer {}

    /** There is none for this user. */
    record Refused() implements Answer {}

    /** The store doesn't answer now. */
    record Unavailable() implements Answer {}
  }

  /** Who may log in. */
  Logins logins();

  /** What sessions are limited to, now. */
  Pop3Limits limits();

  /** True when limits of connections per address don't hold for {@code peer}. */
  boolean isTrusted(InetAddress peer);

  /** Opens the maildrop of a user who has logged in. */
  Answer open(Address user);
}
