package org.mailroom.broker;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * One queue as the broker's management bean shows it (Artemis' QueueControl). Messages come as maps
 * of their properties. Browsing doesn't see messages whose time has not come.
 */
public final class BrokerQueue {

  /** The broker's own number of a message, among its properties: a number or its text. */
  public static final String MESSAGE_ID = "messageID";

  /** When the broker will deliver a message whose time has not come, milliseconds since 1970. */
  public static final String DUE = "_AMQ_SCHED_DELIVERY";

  /** The broker walks to a page from the front each time: a few large pages are cheaper. */
  private static final int PAGE = 5000;

  private static final List<String> PROPERTY_TABLES =
      List.of("StringProperties", "LongProperties", "IntProperties", "BooleanProperties");

  private final BrokerBean bean;

  /** The queue of this server's broker. */
  public BrokerQueue(MBeanServer server, QueueName queue) {
    this.bean = new BrokerBean(server, beanOf(queue));
  }

  /** The name of the management bean. */
  public static String beanOf(QueueName queue) {
    String name = ObjectName.quote(queue.coreName());
    return BrokerBean.BROKER
        + ",component=addresses,address="
        + name
        + ",subcomponent=queues,routing-type=\"anycast\",queue="
        + name;
  }

  /** All messages: ready, waiting and in delivery. */
  public long count() {
    return number("MessageCount");
  }

  /** Messages whose time has not come. */
  public long waiting() {
    return number("ScheduledCount");
  }

  /** Messages that a consumer has and has not acknowledged. */
  public long inDelivery() {
    return number("DeliveringCount");
  }

  /** Messages that a consumer could take now. */
  public long ready() {
    return Math.max(0, count() - waiting() - inDelivery());
  }

  /**
   * A page of the messages that a consumer could take now, in their order.
   *
   * @param page counted from 1
   */
  public List<Map<String, Object>> browse(int page, int size) {
    Object found =
        bean.invoke("browse", new Object[] {page, size}, int.class.getName(), int.class.getName());
    return messages(found);
  }

  /**
   * Shows each message that a consumer could take now, in their order. One that comes or goes
   * meanwhile may be left out, and so may its neighbours.
   */
  public void eachReady(Consumer<Map<String, Object>> reader) {
    for (int page = 1; ; page++) {
      List<Map<String, Object>> messages = browse(page, PAGE);
      messages.forEach(reader);
      if (messages.size() < PAGE) {
        return;
      }
    }
  }

  /** Shows each message whose time has not come. Dear: time, and heap that the broker keeps. */
  public void eachWaiting(Consumer<Map<String, Object>> reader) {
    if (waiting() > 0) {
      show(bean.invoke("listScheduledMessages", new Object[0]), reader);
    }
  }

  /** Shows each message that a consumer has and has not acknowledged. */
  public void eachInDelivery(Consumer<Map<String, Object>> reader) {
    if (inDelivery() > 0
        && bean.invoke("listDeliveringMessages", new Object[0]) instanceof Map<?, ?> byConsumer) {
      byConsumer.values().forEach(ofConsumer -> show(ofConsumer, reader));
    }
  }

  /**
   * Takes a message out of the queue for good.
   *
   * @param id its {@link #MESSAGE_ID}
   * @return false when it is not there, or a consumer has it
   */
  public boolean remove(long id) {
    return Boolean.TRUE.equals(
        bean.invoke("removeMessage", new Object[] {id}, long.class.getName()));
  }

  /**
   * Moves a message as it is.
   *
   * @param id its {@link #MESSAGE_ID}
   * @return false when it is not there, or a consumer has it
   */
  public boolean move(long id, QueueName to) {
    return Boolean.TRUE.equals(
        bean.invoke(
            "moveMessage",
            new Object[] {id, to.coreName()},
            long.class.getName(),
            String.class.getName()));
  }

  /**
   * Makes messages whose time has not come ready at once. Lives in memory: after a restart those
   * that nobody consumed wait for their time again.
   *
   * @param selector which messages
   */
  public void deliverNow(String selector) {
    bean.invoke("deliverScheduledMessages", new Object[] {selector}, String.class.getName());
  }

  private long number(String attribute) {
    return bean.number(attribute).longValue();
  }

  private static List<Map<String, Object>> messages(Object array) {
    return Arrays.stream((CompositeData[]) array).map(BrokerQueue::properties).toList();
  }

  private static Map<String, Object> properties(CompositeData message) {
    Map<String, Object> properties = new HashMap<>();
    if (message.containsKey(MESSAGE_ID)) {
      properties.put(MESSAGE_ID, message.get(MESSAGE_ID));
    }
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

  /** Lets go of each message when it was shown: there may be a million. */
  private static void show(Object array, Consumer<Map<String, Object>> reader) {
    Object[] messages = (Object[]) array;
    for (int i = 0; i < messages.length; i++) {
      Map<String, Object> properties = new HashMap<>();
      ((Map<?, ?>) messages[i]).forEach((key, value) -> properties.put((String) key, value));
      messages[i] = null;
      reader.accept(properties);
    }
  }
}
