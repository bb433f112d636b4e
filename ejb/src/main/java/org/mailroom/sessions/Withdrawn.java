package org.mailroom.sessions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Stored;
import org.mailroom.mail.Address;
import org.mailroom.transport.OpenSession;
import org.mailroom.transport.OpenSessions;

/**
 * The logins that a change of the directory has made void: account gone, disabled, other password.
 */
record Withdrawn(Stored before, Stored now, DirectorySnapshot snapshot) {

  private static final Logger LOG = System.getLogger(Withdrawn.class.getName());

  /** Ends those among these sessions that began with one. */
  void end(Collection<OpenSessions> all) {
    for (OpenSessions sessions : all) {
      for (OpenSession session : sessions.now()) {
        session.user().map(Address::parse).filter(this::has).ifPresent(user -> end(session, user));
      }
    }
  }

  private static void end(OpenSession session, Address user) {
    LOG.log(
        Level.INFO,
        "The session " + session.id() + " of " + user + " ends: its login is not valid any more");
    session.end();
  }

  private boolean has(Address user) {
    return snapshot.account(user).isEmpty() || hasOtherPassword(user);
  }

  /** Where there was none nobody can have logged in. */
  private boolean hasOtherPassword(Address user) {
    String key = AddressKey.of(user).toString();
    StoredPassword old = before.passwords().get(key);
    return old != null && !old.equals(now.passwords().get(key));
  }
}
