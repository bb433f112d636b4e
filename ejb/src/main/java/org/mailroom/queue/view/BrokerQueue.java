package org.mailroom.queue.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.mailroom.queue.QueueName;

/**
 * One queue as the broker's management bean shows it (Artemis' QueueControl). Messages come as maps
 * of their properties. Browsing doesn't see messages whose time has not come.
 */
final class BrokerQueue {

  private static final List<String> PROPERTY_TABLES =
      List.of("StringProperties", "LongProperties", "IntProperties", "BooleanProperties");

  private final BrokerBean bean;

  BrokerQueue(MBeanServer server, QueueName queue) {
    this.bean = new BrokerBean(server, beanOf(queue));
  }

  static String beanOf(QueueName queue) {
    String name = ObjectName.quote(queue.coreName());
    return BrokerBean.BROKER
        + ",component=addresses,address="
        + name
        + ",subcomponent=queues,routing-type=\"anycast\",queue="
        + name;
  }

  /** All messages: ready, waiting and in delivery. */
  long count() {
    return number("MessageCount");
  }

  /** Messages whose time has not come. */
  long waiting() {
    return number("ScheduledCount");
  }

  /** Messages that a consumer has and has not acknowledged. */
  long inDelivery() {
    return number("DeliveringCount");
  }

  /** Messages that a consumer could take now. */
  long ready() {
    return Math.max(0, count() - waiting() - inDelivery());
  }

  /**
   * A page of the messages that a consumer could take now, in their order.
   *
   * @param page counted from 1
   */
  List<Map<String, Object>> browse(int page, int size) {
    Object found =
        bean.invoke("browse", new Object[] {page, size}, int.class.getName(), int.class.getName());
    return messages(found);
  }

  /**
   * The messages that a consumer could take now and that match the filter, {@code size} at most.
   */
  List<Map<String, Object>> find(String filter, int size) {
    Object found =
        bean.invoke(
            "browse",
            new Object[] {1, size, filter},
            int.class.getName(),
            int.class.getName(),
            String.class.getName());
    return messages(found);
  }

  /** All messages whose time has not come. Dear: time, and heap that the broker keeps. */
  List<Map<String, Object>> listWaiting() {
    return maps(bean.invoke("listScheduledMessages", new Object[0]));
  }

  /** All messages that consumers have and have not acknowledged. */
  List<Map<String, Object>> listInDelivery() {
    List<Map<String, Object>> messages = new ArrayList<>();
    if (bean.invoke("listDeliveringMessages", new Object[0]) instanceof Map<?, ?> byConsumer) {
      byConsumer.values().forEach(ofConsumer -> messages.addAll(maps(ofConsumer)));
    }
    return messages;
  }

  private long number(String attribute) {
    return bean.number(attribute).longValue();
  }

  private static List<Map<String, Object>> messages(Object array) {
    return Arrays.stream((CompositeData[]) array).map(BrokerQueue::properties).toList();
  }

  private static Map<String, Object> properties(CompositeData message) {
    Map<String, Object> properties = new HashMap<>();
    for (String table : PROPERTY_TABLES) {
      if (message.containsKey(table) && message.get(table) instanceof TabularData rows) {
        for (Object row : (Collection<?>) rows.values()) {
          CompositeData entry = (CompositeData) row;
          properties.put((String) entry.get("key"), entry.get("value"));
        }
      }
    }
    return properties;
  }

  private static List<Map<String, Object>> maps(Object array) {
    List<Map<String, Object>> messages = new ArrayList<>();
    for (Object message : (Object[]) array) {
      Map<String, Object> properties = new HashMap<>();
      ((Map<?, ?>) message).forEach((key, value) -> properties.put((String) key, value));
      messages.add(properties);
    }
    return messages;
  }
}
