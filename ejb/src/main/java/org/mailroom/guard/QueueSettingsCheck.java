package org.mailroom.guard;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import org.mailroom.broker.Broker;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.broker.QueueName;
import org.mailroom.hub.StartRefusedException;
import org.mailroom.hub.StartStep;
import org.mailroom.settings.Settings;

/**
 * Whether the broker is set up so that the queue can keep its promise, looked at before mail moves:
 * with other settings mail would be dropped, stand still or be acknowledged too early, and nobody
 * would see why. {@code config/wildfly/mailroom.cli} sets all of it.
 */
@Singleton
public class QueueSettingsCheck implements StartStep {

  private final MBeanServer beans;
  private final Broker broker;
  private final Settings.Shortage shortage;

  @Resource(lookup = "java:/jms/MailroomCF")
  private ConnectionFactory inlineBodies;

  @Resource(lookup = "java:/jms/MailroomLargeCF")
  private ConnectionFactory largeBodies;

  @Resource(lookup = "java:/jms/MailroomWideCF")
  private ConnectionFactory wideHeaders;

  /** Looks at the broker of this server. */
  @Inject
  public QueueSettingsCheck(Settings settings, Broker broker) {
    this(ManagementFactory.getPlatformMBeanServer(), broker, settings.shortage());
  }

  QueueSettingsCheck(MBeanServer beans, Broker broker, Settings.Shortage shortage) {
    this.beans = beans;
    this.broker = broker;
    this.shortage = shortage;
  }

  @Override
  public Moment moment() {
    return Moment.BEFORE_SCAN;
  }

  /** Refuses the start with all that is wrong, at once. */
  @Override
  public void run() throws StartRefusedException {
    Map<String, ConnectionFactory> factories = new LinkedHashMap<>();
    factories.put("MailroomCF", inlineBodies);
    factories.put("MailroomLargeCF", largeBodies);
    factories.put("MailroomWideCF", wideHeaders);
    List<String> problems = problems(factories);
    if (!problems.isEmpty()) {
      throw new StartRefusedException(String.join("\n", problems));
    }
  }

  /** A sentence each; none when mail may move. */
  List<String> problems(Map<String, ConnectionFactory> factories) {
    List<String> problems = new ArrayList<>();
    factories.forEach((name, factory) -> FactoryCheck.check(name, factory, problems));
    if (!broker.saysWhatItCouldNotWrite()) {
      problems.add(
          "The log of org.apache.activemq.artemis.journal leaves out warnings: expected WARN or a"
              + " finer level, else a mail that the disk refused could get its 250");
    }
    BrokerBean bean = new BrokerBean(beans, BrokerBean.BROKER);
    try {
      new BrokerCheck(bean, problems).check(shortage);
    } catch (BrokerUnavailableException e) {
      problems.add(
          "The broker's management beans can't be read: expected jmx-management-enabled=true");
      return problems;
    }
    AddressCheck addresses = new AddressCheck(bean);
    for (QueueName queue : QueueName.values()) {
      try {
        addresses.check(queue);
        checkQueue(queue, problems);
      } catch (BrokerUnavailableException e) {
        problems.add("The queue " + queue.jmsName() + " is missing");
      }
    }
    problems.addAll(addresses.problems());
    return problems;
  }

  private void checkQueue(QueueName queue, List<String> problems) {
    BrokerBean bean = new BrokerBean(beans, BrokerQueue.beanOf(queue));
    if (!bean.isTrue("Durable")) {
      problems.add("The queue " + queue.jmsName() + " is not durable");
    }
    if (bean.isTrue("Paused")) {
      problems.add("The queue " + queue.jmsName() + " is paused: nobody would see its mail");
    }
  }
}
