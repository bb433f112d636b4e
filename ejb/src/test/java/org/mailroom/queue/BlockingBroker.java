package org.mailroom.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker whose sends wait until they are interrupted, and fail then as Artemis' do, or which
 * confirms everything.
 */
final class BlockingBroker {

  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger closed = new AtomicInteger();
  private volatile String[] frames = {};
  private volatile boolean blocking;
  private volatile boolean confirming;

  /** Sets the methods that the exception of an interrupted send comes out of. */
  void blockIn(String... methods) {
    frames = methods;
  }

  /** Confirms each message from now on. */
  void confirm() {
    confirming = true;
  }

  /** True once a send waits. */
  boolean isBlocking() {
    return blocking;
  }

  int closedConnections() {
    return closed.get();
  }

  ConnectionFactory factory() {
    return proxy(ConnectionFactory.class, this::answer);
  }

  private Object answer(Object self, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "createConnection" -> proxy(Connection.class, this::answer);
      case "createSession" -> proxy(Session.class, this::answer);
      case "createProducer" -> proxy(MessageProducer.class, this::answer);
      case "createQueue" -> proxy(Queue.class, this::answer);
      case "createBytesMessage" -> proxy(BytesMessage.class, this::answer);
      case "send" -> confirming ? confirm(arguments) : send();
      case "close" -> closed.incrementAndGet() < 0 ? self : null;
      default -> null;
    };
  }

  private static Object confirm(Object... arguments) {
    if (arguments[arguments.length - 1] instanceof CompletionListener listener) {
      listener.onCompletion(null);
    }
    return null;
  }

  private Object send() throws JMSException {
    try {
      blocking = true;
      never.await();
      return null;
    } catch (InterruptedException e) {
      JMSException failure = new JMSException("interrupted");
      failure.initCause(new ActiveMQInterruptedException(frames));
      throw failure;
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Named as Artemis' own. */
  private static final class ActiveMQInterruptedException extends Exception {
    private static final long serialVersionUID = 1L;

    ActiveMQInterruptedException(String... methods) {
      setStackTrace(
          Arrays.stream(methods)
              .map(method -> new StackTraceElement("Client", method, "Client.java", 1))
              .toArray(StackTraceElement[]::new));
    }
  }
}
