package org.mailroom.broker;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * A management bean of the broker. What it doesn't answer is {@link BrokerUnavailableException}.
 */
public final class BrokerBean {

  /** The broker itself. */
  public static final String BROKER = "org.apache.activemq.artemis:broker=\"default\"";

  private final MBeanServer server;
  private final ObjectName name;

  /** The bean of this name. */
  public BrokerBean(MBeanServer server, String name) {
    this.server = server;
    try {
      this.name = new ObjectName(name);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The value of a numeric attribute. */
  public Number number(String attribute) {
    return (Number) attribute(attribute);
  }

  /** The value of an attribute that is true or false. */
  public boolean isTrue(String attribute) {
    return Boolean.TRUE.equals(attribute(attribute));
  }

  /** The value of an attribute. */
  public Object attribute(String attribute) {
    try {
      return server.getAttribute(name, attribute);
    } catch (JMException e) {
      throw unavailable(e);
    }
  }

  /** What an operation returns. */
  public Object invoke(String operation, Object[] arguments, String... types) {
    try {
      return server.invoke(name, operation, arguments, types);
    } catch (JMException e) {
      throw unavailable(e);
    }
  }

  private BrokerUnavailableException unavailable(JMException e) {
    String reason =
        e instanceof InstanceNotFoundException
            ? "The broker has not opened "
            : "The broker does not show ";
    String queue = name.getKeyProperty("queue");
    return new BrokerUnavailableException(reason + (queue == null ? "itself" : queue), e);
  }
}
