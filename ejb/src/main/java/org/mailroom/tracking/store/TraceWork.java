package org.mailroom.tracking.store;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;
import org.mailroom.tracking.TraceBacklog;

/** Has traces written and removed regularly. */
@Singleton
@Startup
public class TraceWork {

  /** With the time that writing takes, an event is less than a second late. */
  private static final Duration WRITE = Duration.ofMillis(500);

  private static final Duration EXPIRE = Duration.ofMinutes(1);

  @Inject private TraceBacklog backlog;
  @Inject private TraceWriter writer;
  @Inject private TraceExpiry expiry;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    if (backlog.isOn()) {
      regularly.every(WRITE, writer::write);
      regularly.every(EXPIRE, expiry::expire);
    }
  }
}
