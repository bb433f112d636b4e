package org.mailroom.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub starts beside a broker that it doesn't know; beside ours, HubCommandIT sees it. */
class BrokerThreadsTest {

  private final Logger log = Logger.getLogger(BrokerThreads.class.getName());
  private final List<String> said = new ArrayList<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord words) {
          said.add(words.getLevel() + " " + words.getMessage());
        }

        @Override
        public void flush() {
          // Nothing is kept.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    log.addHandler(ear);
  }

  @AfterEach
  void leave() {
    log.removeHandler(ear);
  }

  @Test
  void anotherBrokerKeepsItsThreads() {
    ConnectionFactory another =
        (ConnectionFactory)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ConnectionFactory.class},
                (proxy, method, arguments) -> null);
    BrokerThreads threads = new BrokerThreads();
    threads.makeVirtual(another);
    threads.giveBack();
    int java = Runtime.version().feature();
    assertThat(said)
        .containsExactly(
            java < 24
                ? "INFO The broker has platform threads with Java " + java
                : "WARNING The broker keeps its platform threads, and is slower for it");
  }
}
