package org.mailroom.broker;

import jakarta.jms.ConnectionFactory;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Finds the pools whose threads hand a message from one to the next on its way through the broker.
 * Artemis has no setting for them, and three of its fields are private: whatever is not as in the
 * version that we know is a {@link ReflectiveOperationException} or a {@link RuntimeException}.
 */
final class BrokerPools {

  private static final String IN_VM = "org.apache.activemq.artemis.core.remoting.impl.invm.";
  private static final String CLIENT = "org.apache.activemq.artemis.api.core.client.ActiveMQClient";

  private final ClassLoader artemis;

  private BrokerPools(ClassLoader artemis) {
    this.artemis = artemis;
  }

  /** Those of the broker in this JVM and of all its clients here, {@code one} among them. */
  static List<Executor> behind(ConnectionFactory one) throws ReflectiveOperationException {
    return new BrokerPools(one.getClass().getClassLoader()).all();
  }

  private List<Executor> all() throws ReflectiveOperationException {
    Class<?> client = artemis.loadClass(CLIENT);
    Object registry = field(artemis.loadClass(IN_VM + "InVMRegistry"), "instance", null);
    Object acceptor = registry.getClass().getMethod("getAcceptor", int.class).invoke(registry, 0);
    Object remoting = field(acceptor.getClass(), "listener", acceptor);
    Object server = field(remoting.getClass(), "server", remoting);
    return List.of(
        executor(call(client, "getGlobalThreadPool", null)),
        executor(call(client, "getGlobalFlowControlThreadPool", null)),
        executor(field(artemis.loadClass(IN_VM + "InVMConnector"), "executorService", null)),
        parent(call(acceptor.getClass(), "getExecutorFactory", acceptor)),
        executor(call(server.getClass(), "getThreadPool", server)),
        parent(call(server.getClass(), "getIOExecutorFactory", server)));
  }

  private static Executor executor(Object pool) {
    return (Executor) pool;
  }

  /** What stands behind a factory of executors that keep an order. */
  private static Executor parent(Object executors) throws ReflectiveOperationException {
    return executor(call(executors.getClass(), "getParent", executors));
  }

  private static Object call(Class<?> type, String method, Object target)
      throws ReflectiveOperationException {
    return type.getMethod(method).invoke(target);
  }

  private static Object field(Class<?> type, String name, Object target)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(target);
  }
}
