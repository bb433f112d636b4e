package org.mailroom.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a broker by its bean and its log. */
class BrokerTest {

  /** What the broker's bean says. */
  public interface Life {
    boolean isStarted();
  }

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final Logger log = Logger.getLogger("org.apache.activemq.artemis.journal");
  private final Broker broker = new Broker();
  private ObjectName name;
  private volatile boolean started = true;

  @BeforeEach
  void open() throws Exception {
    name = new ObjectName(BrokerBean.BROKER);
    beans.registerMBean(new StandardMBean((Life) () -> started, Life.class), name);
    broker.listen();
  }

  @AfterEach
  void close() throws Exception {
    broker.leave();
    beans.unregisterMBean(name);
    log.setLevel(null);
  }

  @Test
  void itRunsUntilItStops() {
    assertThat(broker.runs()).isTrue();
    started = false;
    assertThat(broker.runs()).isFalse();
  }

  @Test
  void itRunsNoMoreOnceItCouldNotWriteThoughItGoesOn() {
    log.warning("AMQ144003: something else");
    assertThat(broker.runs()).isTrue();
    log.warning("AMQ144011: Critical IO Exception happened: No space left on device on 1.msg");
    assertThat(broker.runs()).isFalse();
  }

  @Test
  void itRunsNoMoreOnceAFileWithoutANameCouldNotBeWritten() {
    log.warning("AMQ144010: Critical IO Exception happened: Input/output error");
    assertThat(broker.runs()).isFalse();
  }

  @Test
  void aLogThatSaysNothingIsNoticed() {
    assertThat(broker.saysWhatItCouldNotWrite()).isTrue();
    log.setLevel(Level.SEVERE);
    assertThat(broker.saysWhatItCouldNotWrite()).isFalse();
  }
}
