package org.mailroom.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.DatabaseException;
import org.mailroom.database.DatabaseHealth;

/**
 * Writes down who signed in at the console, and who was refused. Nobody is kept out because the
 * audit can't be written: who can mend the database signs in here.
 */
@Singleton
class SignInRecord {

  private static final Logger LOG = System.getLogger(SignInRecord.class.getName());
  private static final int LONGEST = 100;

  private final Audit audit;
  private final DatabaseHealth database;

  /** In this audit, when the database answers. */
  @Inject
  SignInRecord(Audit audit, DatabaseHealth database) {
    this.audit = audit;
    this.database = database;
  }

  /** Somebody was let in. */
  void signedIn(String user, InetAddress client) {
    String where = client.getHostAddress();
    LOG.log(Level.INFO, clean(user) + " has signed in at the console from " + where);
    Optional<String> trouble = database.trouble();
    if (trouble.isEmpty()) {
      try {
        audit.done(AuditedAction.of(user, "sign in", "console from " + where, ""), 1, "done");
      } catch (DatabaseException e) {
        trouble = Optional.of(e.getMessage());
      }
    }
    trouble.ifPresent(
        why -> LOG.log(Level.WARNING, "The sign-in of " + clean(user) + " is not audited: " + why));
  }

  /** Somebody was not. */
  void refused(String user, InetAddress client, ConsoleAnswer why) {
    LOG.log(
        Level.INFO,
        "A sign-in at the console as "
            + clean(user)
            + " from "
            + client.getHostAddress()
            + " was refused: "
            + switch (why) {
              case ConsoleAnswer.TooSoon soon -> "too soon after the last failure from there";
              case ConsoleAnswer.Locked locked -> "locked out after too many failures";
              case ConsoleAnswer.Denied denied -> "no such user with this password";
              case ConsoleAnswer.Granted granted ->
                  throw new IllegalArgumentException("Who was let in was not refused");
            });
  }

  private static String clean(String user) {
    String plain = user.replaceAll("\\p{C}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
