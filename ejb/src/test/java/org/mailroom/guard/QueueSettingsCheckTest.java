package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.broker.Broker;
import org.mailroom.broker.QueueName;
import org.mailroom.settings.Settings;

/** A broker that is not set up as the queue needs it. */
class QueueSettingsCheckTest {

  private static final int MIB = 1 << 20;

  private final FakeBroker broker = new FakeBroker();
  private final Map<String, ConnectionFactory> factories = new LinkedHashMap<>();
  private final QueueSettingsCheck check =
      new QueueSettingsCheck(broker.beans, new Broker(), new Settings.Shortage(85, 90, 75));

  QueueSettingsCheckTest() throws JMException {
    factories.put("MailroomCF", FakeBroker.factory(64 << 10, MIB, 102_400));
    factories.put("MailroomLargeCF", FakeBroker.factory(64 << 10, MIB, 16_384));
    factories.put("MailroomWideCF", FakeBroker.factory(64 << 10, MIB, 491_520));
  }

  @Test
  void whatTheSetUpScriptMakesIsSound() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void aLogThatWouldNotSayWhatTheDiskRefusedIsNamed() {
    Logger log = Logger.getLogger("org.apache.activemq.artemis.journal");
    log.setLevel(Level.SEVERE);
    try {
      assertThat(problems()).singleElement().asString().contains("leaves out warnings");
    } finally {
      log.setLevel(null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PersistenceEnabled, false, persistence-enabled is false: expected true",
    "JournalSyncTransactional, false, journal-sync-transactional is false: expected true",
    "JournalSyncNonTransactional, false, journal-sync-non-transactional is false: expected true",
    "PersistIDCache, false, persist-id-cache is false: expected true",
    "IDCacheSize, 10, id-cache-size is 10: expected 1000 or more",
    "MaxDiskUsage, 100, global-max-disk-usage is 100: expected 91 to 99",
    "MaxDiskUsage, 90, global-max-disk-usage is 90: expected 91 to 99",
    "DiskScanPeriod, 60000, disk-scan-period is 60000: expected 1 to 5000",
    "GlobalMaxSize, 1048576, global-max-memory-size is 1048576: expected -1"
  })
  void aSettingOfTheBrokerIsNamedWithWhatIsExpected(
      String attribute, String value, String problem) {
    if (value.equals("false")) {
      broker.broker.put(attribute, false);
    } else {
      broker.broker.put(attribute, Long.valueOf(value));
    }
    assertThat(problems()).singleElement().asString().startsWith("The broker's " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RELAY    | 60000       | 0             | redelivery-delay of the queue mailroom.relay is 0: expected 60000",
        "DEFERRED | 2.0         | 1.0           | redelivery-multiplier of the queue mailroom.deferred is 1.0: expected 2.0",
        "RELAY    | 3600000     | 0             | max-redelivery-delay of the queue mailroom.relay is 0: expected 3600000",
        "DELIVERY | :20         | :10           | max-delivery-attempts of the queue mailroom.delivery is 10: expected 20",
        "RELAY    | jms.queue.mailroom.dead | jms.queue.DLQ | dead-letter-address of the queue mailroom.relay is jms.queue.DLQ: expected jms.queue.mailroom.dead",
        "RELAY    | PAGE        | BLOCK         | address-full-policy of the queue mailroom.relay is BLOCK: expected PAGE",
        "DEAD     | 268435456   | -1            | max-size-bytes of the queue mailroom.dead is -1: expected a size",
        "HELD     | maxSizeBytes.:-1 | maxSizeBytes\":1000 | max-size-bytes of the queue mailroom.held is 1000: expected -1",
        "DEFERRED | maxSizeBytes.:-1 | maxSizeBytes\":1000 | max-size-bytes of the queue mailroom.deferred is 1000: expected -1",
        "DEFERRED | expiryDelay.:-1 | expiryDelay\":5 | expiry-delay of the queue mailroom.deferred is 5: expected -1"
      })
  void aSettingOfAnAddressIsNamedWithWhatIsExpected(
      QueueName queue, String setting, String replacement, String problem) {
    broker.replace(queue, setting, replacement);
    assertThat(problems()).singleElement().asString().startsWith(problem);
  }

  @Test
  void whatIsWrongWithAllQueuesIsSaidOnce() {
    for (QueueName queue : QueueName.values()) {
      broker.replace(queue, ":20", ":10");
    }
    broker.replace(QueueName.RELAY, "60000", "0");
    broker.replace(QueueName.HELD, "60000", "0");
    assertThat(problems())
        .containsExactly(
            "redelivery-delay of the queues mailroom.relay, mailroom.held is 0: expected 60000;"
                + " redelivery is the net below the relay's own retries",
            "max-delivery-attempts of the queues mailroom.relay, mailroom.delivery,"
                + " mailroom.deferred, mailroom.held, mailroom.dead is 10: expected 20;"
                + " redelivery is the net below the relay's own retries");
  }

  @Test
  void aDeadLetterAddressWithoutAQueueWouldDropMail() throws JMException {
    broker.remove(QueueName.DEAD);
    assertThat(problems()).containsExactly("The queue mailroom.dead is missing");
  }

  @Test
  void aQueueThatIsPausedOrNotDurableIsNamed() {
    broker.queues.get(QueueName.RELAY).put("Paused", true);
    broker.queues.get(QueueName.HELD).put("Durable", false);
    assertThat(problems())
        .containsExactly(
            "The queue mailroom.relay is paused: nobody would see its mail",
            "The queue mailroom.held is not durable");
  }

  @Test
  void aFactoryThatConfirmsWithoutTheBrokerIsNamed() {
    factories.put("MailroomCF", FakeBroker.factory(-1, 65_536, 5));
    assertThat(problems())
        .containsExactly(
            "confirmation-window-size of the connection factory MailroomCF is -1: expected 1 or more,"
                + " else 250 would come without the broker's answer",
            "producer-window-size of the connection factory MailroomCF is 65536: expected 1048576"
                + " or more, else senders would wait for each other",
            "min-large-message-size of the connection factory MailroomCF is 5: expected 102400,"
                + " else mail of some sizes could not be queued");
  }

  @Test
  void aFactoryThatKeepsTooMuchIsNamed() {
    factories.put("MailroomCF", FakeBroker.factory(10_485_760, 1_048_576, 102_400));
    assertThat(problems())
        .containsExactly(
            "confirmation-window-size of the connection factory MailroomCF is 10485760: expected"
                + " 1048576 at most, else the heap would fill with what was confirmed long ago");
  }

  @Test
  void withoutManagementBeansNothingCanBeChecked() throws JMException {
    broker.removeBroker();
    assertThat(problems())
        .containsExactly(
            "The broker's management beans can't be read: expected jmx-management-enabled=true");
  }

  @Test
  void allProblemsAreReportedAtOnce() throws JMException {
    broker.broker.put("MaxDiskUsage", 100L);
    broker.replace(QueueName.RELAY, "60000", "0");
    broker.remove(QueueName.DEAD);
    factories.put("MailroomLargeCF", FakeBroker.factory(-1, MIB, 16_384));
    assertThat(problems()).hasSize(4);
  }

  private List<String> problems() {
    return check.problems(factories);
  }
}
