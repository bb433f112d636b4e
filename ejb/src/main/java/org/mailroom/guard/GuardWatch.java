package org.mailroom.guard;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;
import org.mailroom.queue.MailQueue;

/** Has the guards look regularly. */
@Singleton
@Startup
public class GuardWatch {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration JOURNAL = Duration.ofSeconds(5);

  @Inject private IntakeGuard guard;
  @Inject private MailQueue queue;
  @Inject private JournalCheck journal;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(SECOND, guard::look);
    regularly.every(JOURNAL, journal::look);
    regularly.every(SECOND, queue::endOverdueSends);
  }
}
