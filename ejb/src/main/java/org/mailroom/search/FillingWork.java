package org.mailroom.search;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/** Has the index filled. */
@Singleton
@Startup
public class FillingWork {

  /** It rests longer when it has something to do. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Inject private Filling filling;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, filling::step);
  }
}
