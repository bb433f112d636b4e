package org.mailroom.guard;

import jakarta.jms.ConnectionFactory;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;

/** A broker's management beans, set up as they must be until a test changes something. */
final class FakeBroker {

  final MBeanServer beans = MBeanServerFactory.newMBeanServer();
  final Map<String, Object> broker = new LinkedHashMap<>();
  final Map<QueueName, Map<String, Object>> queues = new LinkedHashMap<>();

  /** Address settings as the broker prints them, without what has its default. */
  final Map<String, String> addresses = new LinkedHashMap<>();

  FakeBroker() throws JMException {
    broker.put("PersistenceEnabled", true);
    broker.put("JournalSyncTransactional", true);
    broker.put("JournalSyncNonTransactional", true);
    broker.put("PersistIDCache", true);
    broker.put("IDCacheSize", 20000);
    broker.put("MaxDiskUsage", 95);
    broker.put("DiskScanPeriod", 1000);
    broker.put("GlobalMaxSize", -1L);
    beans.registerMBean(new Bean(broker), new ObjectName(BrokerBean.BROKER));
    for (QueueName queue : QueueName.values()) {
      Map<String, Object> attributes =
          new LinkedHashMap<>(Map.of("Durable", true, "Paused", false));
      queues.put(queue, attributes);
      beans.registerMBean(new Bean(attributes), beanOf(queue));
      boolean waits = queue == QueueName.DEFERRED || queue == QueueName.HELD;
      String maxSize = waits ? "-1" : "268435456";
      addresses.put(
          queue.coreName(),
          ("{\"addressFullMessagePolicy\":\"PAGE\",\"maxSizeBytes\":%s,\"maxDeliveryAttempts\":20,"
                  + "\"redeliveryDelay\":60000,\"redeliveryMultiplier\":2.0,"
                  + "\"maxRedeliveryDelay\":3600000,"
                  + "\"deadLetterAddress\":\"jms.queue.mailroom.dead\",\"expiryDelay\":-1}")
              .formatted(maxSize));
    }
  }

  void remove(QueueName queue) throws JMException {
    beans.unregisterMBean(beanOf(queue));
  }

  void removeBroker() throws JMException {
    beans.unregisterMBean(new ObjectName(BrokerBean.BROKER));
  }

  void replace(QueueName queue, String setting, String replacement) {
    addresses.compute(
        queue.coreName(), (name, settings) -> settings.replaceFirst(setting, replacement));
  }

  private static ObjectName beanOf(QueueName queue) throws JMException {
    return new ObjectName(BrokerQueue.beanOf(queue));
  }

  /** A factory that shows its settings as the broker's do. */
  public interface ShownFactory extends ConnectionFactory {
    int getConfirmationWindowSize();

    int getProducerWindowSize();

    int getMinLargeMessageSize();
  }

  static ConnectionFactory factory(int confirmationWindow, int producerWindow, int large) {
    Map<String, Integer> answers =
        Map.of(
            "getConfirmationWindowSize", confirmationWindow,
            "getProducerWindowSize", producerWindow,
            "getMinLargeMessageSize", large);
    return (ConnectionFactory)
        Proxy.newProxyInstance(
            FakeBroker.class.getClassLoader(),
            new Class<?>[] {ShownFactory.class},
            (self, method, arguments) -> answers.get(method.getName()));
  }

  private final class Bean implements DynamicMBean {

    private final Map<String, Object> attributes;

    Bean(Map<String, Object> attributes) {
      this.attributes = attributes;
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
      if (!attributes.containsKey(attribute)) {
        throw new AttributeNotFoundException(attribute);
      }
      return attributes.get(attribute);
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] types) {
      return operation.equals("getAddressSettingsAsJSON") ? addresses.get(arguments[0]) : null;
    }

    @Override
    public void setAttribute(Attribute attribute) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public AttributeList getAttributes(String[] names) {
      throw new UnsupportedOperationException("one by one");
    }

    @Override
    public AttributeList setAttributes(AttributeList list) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public MBeanInfo getMBeanInfo() {
      return new MBeanInfo(Bean.class.getName(), "fake", null, null, null, null);
    }
  }
}
