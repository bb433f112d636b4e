package org.mailroom.relay;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.mailroom.hub.Opening;
import org.mailroom.hub.Regularly;
import org.mailroom.retry.MailAges;
import org.mailroom.smtp.client.SmtpClientPool;

/** What has to happen from time to time, on threads of the hub's own. */
@Singleton
@Startup
public class RelayHousekeeping {

  private static final Logger LOG = System.getLogger(RelayHousekeeping.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration BUSY = Duration.ofMillis(100);
  private static final int REST = 4;
  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofSeconds(20);

  @Inject private SmtpClientPool clients;
  @Inject private DestinationGate gate;
  @Inject private MailAges ages;
  @Inject private Releases releases;
  @Inject private Opening opening;
  @Inject private Regularly regularly;

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/mailroom-watch")
  private ManagedScheduledExecutorService executor;

  private volatile Future<?> next;
  private volatile boolean stopped;

  @PostConstruct
  void begin() {
    releaseIn(IDLE);
    regularly.every(SWEEP, clients::sweep);
    regularly.every(LOOK, this::lookAround);
  }

  @PreDestroy
  void end() {
    stopped = true;
    next.cancel(false);
  }

  private void releaseIn(Duration delay) {
    if (!stopped) {
      next = executor.schedule(this::release, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The broker looks at every waiting message at each call: it gets time for other things. */
  private void release() {
    Duration pause = IDLE;
    long start = System.nanoTime();
    try {
      if (opening.isOpen() && releases.release()) {
        Duration took = Duration.ofNanos(System.nanoTime() - start).multipliedBy(REST);
        pause = took.compareTo(BUSY) > 0 ? took : BUSY;
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Waiting mail is not released now; the hub tries again", e);
    } finally {
      releaseIn(pause);
    }
  }

  /** Looks for leaps of the clock, and forgets next hops of long ago. */
  private void lookAround() {
    if (ages.watch()) {
      LOG.log(Level.WARNING, "The clock was set back: what waits is tried now");
      releases.retryAll();
    }
    gate.forgetIdle();
  }
}
