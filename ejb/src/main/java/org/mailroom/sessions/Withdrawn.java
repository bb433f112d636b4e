package org.mailroom.sessions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Objects;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.store.Stored;
import org.mailroom.mail.Address;
import org.mailroom.transport.OpenSession;
import org.mailroom.transport.OpenSessions;

/**
 * Ends the sessions of users whose account is gone or disabled, or whose password is another one.
 * For one thread.
 */
final class Withdrawn {

  private static final Logger LOG = System.getLogger(Withdrawn.class.getName());

  private Stored known;

  /** Compares with what was given last; looks at no session when nothing has changed since. */
  void end(Stored stored, DirectorySnapshot snapshot, Collection<OpenSessions> all) {
    Stored before = known;
    known = stored;
    if (before == null || before.revision() == stored.revision()) {
      return;
    }
    for (OpenSessions sessions : all) {
      for (OpenSession session : sessions.now()) {
        session
            .user()
            .map(Address::parse)
            .ifPresent(
                user -> {
                  if (snapshot.account(user).isEmpty() || hasOtherPassword(user, before, stored)) {
                    LOG.log(
                        Level.INFO,
                        "The session "
                            + session.id()
                            + " of "
                            + user
                            + " ends: the login is not valid now");
                    session.end();
                  }
                });
      }
    }
  }

  private static boolean hasOtherPassword(Address user, Stored before, Stored now) {
    String key = AddressKey.of(user).toString();
    return !Objects.equals(before.passwords().get(key), now.passwords().get(key));
  }
}
