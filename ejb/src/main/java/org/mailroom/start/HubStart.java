package org.mailroom.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.Queue;

/**
 * Starts the hub with the application. The queues are named so that the server has them open before
 * it makes this bean.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Resource(name = "relay", lookup = "java:/jms/queue/mailroom/relay", type = Queue.class)
@Resource(name = "delivery", lookup = "java:/jms/queue/mailroom/delivery", type = Queue.class)
@Resource(name = "deferred", lookup = "java:/jms/queue/mailroom/deferred", type = Queue.class)
@Resource(name = "held", lookup = "java:/jms/queue/mailroom/held", type = Queue.class)
@Resource(name = "dead", lookup = "java:/jms/queue/mailroom/dead", type = Queue.class)
public class HubStart {

  @Inject private StartOrder order;

  /**
   * Lets mail move at last.
   *
   * @throws IllegalStateException when it must not: the deployment fails, and with it the start
   */
  @PostConstruct
  void start() {
    order.start();
  }
}
