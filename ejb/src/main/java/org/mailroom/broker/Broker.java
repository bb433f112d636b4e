package org.mailroom.broker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;

/** The broker in this server. */
@Singleton
public class Broker {

  private final BrokerBean bean =
      new BrokerBean(ManagementFactory.getPlatformMBeanServer(), BrokerBean.BROKER);
  private final WriteFailures failures = new WriteFailures();

  @PostConstruct
  void listen() {
    failures.listen();
  }

  @PreDestroy
  void leave() {
    failures.leave();
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
    return failures.areSaid();
  }

  private boolean isStarted() {
    try {
      return bean.isTrue("Started");
    } catch (BrokerUnavailableException e) {
      return false;
    }
  }
}
