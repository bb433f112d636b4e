package org.mailroom.broker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The broker in this server. */
@Singleton
public class Broker {

  private final BrokerBean bean =
      new BrokerBean(ManagementFactory.getPlatformMBeanServer(), BrokerBean.BROKER);
  private final Logger log = Logger.getLogger(WriteFailures.LOG);
  private final WriteFailures failures = new WriteFailures();

  @PostConstruct
  void listen() {
    log.addHandler(failures);
  }

  @PreDestroy
  void leave() {
    log.removeHandler(failures);
  }

  /**
   * False from the moment on in which the broker could not write something, or begins to stop. A
   * confirmation that came before a call that returns true is to be believed.
   */
  public boolean runs() {
    return !failures.isAny() && isStarted();
  }

  /** True when its log tells of what could not be written, as {@link #runs} needs it. */
  public boolean saysWhatItCouldNotWrite() {
    return log.isLoggable(Level.WARNING);
  }

  private boolean isStarted() {
    try {
      return bean.isTrue("Started");
    } catch (BrokerUnavailableException e) {
      return false;
    }
  }
}
