package org.mailroom.broker;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.mailroom.listener.VirtualPool;

/**
 * The threads that carry a message through the broker and call its consumer. A message changes its
 * thread a dozen times, and for platform threads each change is a switch in the kernel; so they are
 * virtual while the hub is there, and as they were after it.
 */
@Singleton
public class BrokerThreads {

  private static final Logger LOG = System.getLogger(BrokerThreads.class.getName());

  /** From here on a virtual thread that blocks within {@code synchronized} pins nothing. */
  private static final int JAVA = 24;

  private final List<VirtualPool> pools = new ArrayList<>();

  /**
   * Makes those of the broker behind this factory virtual. When the server has another Java or
   * another broker, all stays as it is, and the hub is slower.
   */
  public void makeVirtual(ConnectionFactory factory) {
    int java = Runtime.version().feature();
    if (java < JAVA) {
      LOG.log(Level.INFO, "The broker has platform threads with Java " + java);
      return;
    }
    try {
      // The client makes its pools with its first connection.
      factory.createConnection().close();
      for (Executor pool : BrokerPools.behind(factory)) {
        pools.add(new VirtualPool(pool));
      }
      LOG.log(Level.INFO, "The broker has virtual threads in " + pools.size() + " pools");
    } catch (JMSException | ReflectiveOperationException | RuntimeException e) {
      giveBack();
      LOG.log(Level.WARNING, "The broker keeps its platform threads, and is slower for it", e);
    }
  }

  /** Pools live longer than the application. */
  @PreDestroy
  void giveBack() {
    pools.forEach(VirtualPool::close);
    pools.clear();
  }
}
