package org.mailroom.metrics.history;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/** Has the counters looked at. */
@Singleton
@Startup
public class MetricWatch {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject private MetricHistory history;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, history::look);
  }
}
