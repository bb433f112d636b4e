package org.mailroom.relay;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.mailroom.retry.MailAges;
import org.mailroom.smtp.client.SmtpClientPool;

/** What has to happen from time to time, on a thread of the server's timer. */
@Singleton
@Startup
@Lock(LockType.READ)
public class RelayHousekeeping {

  @Inject private SmtpClientPool clients;
  @Inject private DestinationGate gate;
  @Inject private MailAges ages;

  /** Ends connections that nobody uses, and those whose peer has stopped reading. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void sweepConnections() {
    clients.sweep();
  }

  /** Looks for leaps of the clock, and forgets next hops of long ago. */
  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void lookAround() {
    ages.watch();
    gate.forgetIdle();
  }
}
