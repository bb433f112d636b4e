package org.mailroom.start;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.mailroom.broker.BrokerThreads;
import org.mailroom.hub.StartStep;

/** Makes the broker's threads light before the first message goes through it. */
@Singleton
public class BrokerThreadsStart implements StartStep {

  private final BrokerThreads threads;

  @Resource(lookup = "java:/jms/MailroomCF")
  private ConnectionFactory broker;

  /** The threads of this server's broker. */
  @Inject
  public BrokerThreadsStart(BrokerThreads threads) {
    this.threads = threads;
  }

  @Override
  public Moment moment() {
    return Moment.BEFORE_SCAN;
  }

  @Override
  public void run() {
    threads.makeVirtual(broker);
  }
}
