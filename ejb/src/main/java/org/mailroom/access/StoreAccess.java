package org.mailroom.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.mailroom.database.DatabaseException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.mail.Spool;
import org.mailroom.search.TextSearch;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.MailboxRefusedException;
import org.mailroom.store.Mailboxes;

/** What IMAP sessions need of the store, and how its failures are told to them. */
record StoreAccess(
    Mailboxes mailboxes,
    MailboxMessages messages,
    MailboxNews news,
    TextSearch texts,
    Spool spool) {

  private static final Logger LOG = System.getLogger(StoreAccess.class.getName());

  /** Asks the store. */
  static <T> T ask(Supplier<T> question) throws MailboxException {
    try {
      return question.get();
    } catch (MailboxRefusedException e) {
      throw refused(e);
    } catch (DatabaseException e) {
      throw unavailable(e);
    }
  }

  /** Has the store do something. */
  static void run(Runnable action) throws MailboxException {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  static MailboxException refused(MailboxRefusedException e) {
    Reason reason =
        switch (e.reason()) {
          case NONEXISTENT -> Reason.NONEXISTENT;
          case ALREADYEXISTS -> Reason.ALREADYEXISTS;
          case HASCHILDREN -> Reason.HASCHILDREN;
          case CANNOT -> Reason.CANNOT;
          case OVERQUOTA -> Reason.OVERQUOTA;
          case LIMIT -> Reason.LIMIT;
        };
    return new MailboxException(reason, e.getMessage());
  }

  /** The reason is for the log, and not for users. */
  static MailboxException unavailable(Exception e) {
    LOG.log(Level.WARNING, "A session can't use the store: " + e.getMessage());
    return new MailboxException("The mailboxes can't be reached now", e);
  }
}
