package org.mailroom.queue;

import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;

/** The management beans of a broker whose queues are in memory. */
final class ShownBroker {

  final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Map<String, ShownQueue.InMemory> queues = new HashMap<>();
  private long lastId;

  ShownBroker() {
    try {
      for (QueueName name : QueueName.values()) {
        queues.put(name.coreName(), new ShownQueue.InMemory(queues));
        server.registerMBean(
            new StandardMBean(queues.get(name.coreName()), ShownQueue.class, false),
            new ObjectName(BrokerQueue.beanOf(name)));
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  ShownQueue.InMemory queue(QueueName name) {
    return queues.get(name.coreName());
  }

  /** A mail with the next number of this broker. */
  Map<String, Object> shown(QueuedMail mail) {
    lastId++;
    return ShownMessage.of(mail, lastId);
  }
}
