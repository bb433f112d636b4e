package org.mailroom.probe;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/** Has connections of delivery tests ended that make no progress. */
@Singleton
@Startup
public class ProbeWatch {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject private DeliveryTests tests;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, tests::sweep);
  }
}
