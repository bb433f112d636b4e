package org.mailroom.broker;

import java.lang.management.ManagementFactory;

/** The broker in this server. */
public final class Broker {

  private final BrokerBean bean =
      new BrokerBean(ManagementFactory.getPlatformMBeanServer(), BrokerBean.BROKER);

  /**
   * False from the moment on in which the broker begins to stop, on request or because it could not
   * write.
   */
  public boolean runs() {
    try {
      return bean.isTrue("Started");
    } catch (BrokerUnavailableException e) {
      return false;
    }
  }
}
