package org.mailroom.certificate;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/** Looks for a newer certificate from time to time. */
@Singleton
@Startup
public class CertificateWatch {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject private Certificates certificates;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, certificates::look);
  }
}
