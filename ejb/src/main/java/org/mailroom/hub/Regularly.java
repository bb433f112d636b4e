package org.mailroom.hub;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a bean does again and again until it is destroyed. Not on the server's timers, which go by
 * the wall clock and would stand still for as long as that was set back.
 */
@Dependent
public class Regularly {

  private static final Logger LOG = System.getLogger(Regularly.class.getName());

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/mailroom-watch")
  private ManagedScheduledExecutorService scheduler;

  @Inject private Opening opening;

  private final List<Future<?>> all = new CopyOnWriteArrayList<>();

  /** Does it first after {@code pause}, then each time so long after the end of the last time. */
  public void every(Duration pause, Runnable work) {
    long millis = pause.toMillis();
    all.add(
        scheduler.scheduleWithFixedDelay(() -> look(work), millis, millis, TimeUnit.MILLISECONDS));
  }

  /** The same from when mail may move on: not before the queue and the directory were read. */
  public void everyOnceOpen(Duration pause, Runnable work) {
    every(
        pause,
        () -> {
          if (opening.isOpen()) {
            work.run();
          }
        });
  }

  /** One that fails is done again. */
  private static void look(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "What is done regularly failed; the hub tries again", e);
    }
  }

  @PreDestroy
  void end() {
    all.forEach(each -> each.cancel(false));
  }
}
