package org.mailroom.guard;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.mailroom.queue.MailQueue;

/** Has the guard look every second, on a thread of the server's timer. */
@Singleton
@Startup
@Lock(LockType.READ)
public class GuardWatch {

  @Inject private IntakeGuard guard;
  @Inject private MailQueue queue;
  @Inject private JournalCheck journal;

  /** Looks. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void look() {
    guard.look();
  }

  /** Looks at the journal's files. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void lookAtJournal() {
    journal.look();
  }

  /**
   * Ends sends that the broker lets wait. On a timer of its own: a dead disk may hold the other.
   */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void endOverdueSends() {
    queue.endOverdueSends();
  }
}
