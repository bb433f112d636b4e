package org.mailroom.guard;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Map;
import org.mailroom.queue.QueueRecord;

/**
 * Checks a connection factory, as far as it shows its settings. Its class is the broker's and not
 * ours to use, so its properties are read by their names.
 */
final class FactoryCheck {

  /** Properties in front of a body, and chunks of a body; a little more than what is sent so. */
  private static final Map<String, Integer> LARGE_FROM =
      Map.of("MailroomCF", 102_400, "MailroomLargeCF", 16_384, "MailroomWideCF", QueueRecord.PIECE);

  /** The broker's default is -1: none. */
  private static final int LEAST_CONFIRMATION = 1;

  /** Both ends of a connection keep so many octets, in many small packets. */
  private static final int MOST_CONFIRMATION = 1 << 20;

  private static final int LEAST_WINDOW = 1 << 20;

  private FactoryCheck() {}

  static void check(String name, ConnectionFactory factory, List<String> problems) {
    try {
      int confirmation = number(factory, "getConfirmationWindowSize");
      if (confirmation < LEAST_CONFIRMATION) {
        problems.add(
            problem(name, "confirmation-window-size", confirmation, LEAST_CONFIRMATION + " or more")
                + ", else 250 would come without the broker's answer");
      } else if (confirmation > MOST_CONFIRMATION) {
        problems.add(
            problem(name, "confirmation-window-size", confirmation, MOST_CONFIRMATION + " at most")
                + ", else the heap would fill with what was confirmed long ago");
      }
      int producer = number(factory, "getProducerWindowSize");
      if (producer < LEAST_WINDOW) {
        problems.add(
            problem(name, "producer-window-size", producer, LEAST_WINDOW + " or more")
                + ", else senders would wait for each other");
      }
      int large = number(factory, "getMinLargeMessageSize");
      if (large != LARGE_FROM.get(name)) {
        problems.add(
            problem(name, "min-large-message-size", large, LARGE_FROM.get(name).toString())
                + ", else mail of some sizes could not be queued");
      }
    } catch (ReflectiveOperationException e) {
      problems.add("The connection factory " + name + " does not show its settings: " + e);
    }
  }

  private static String problem(String name, String setting, int value, String expected) {
    return setting
        + " of the connection factory "
        + name
        + " is "
        + value
        + ": expected "
        + expected;
  }

  private static int number(ConnectionFactory factory, String getter)
      throws ReflectiveOperationException {
    return (Integer) factory.getClass().getMethod(getter).invoke(factory);
  }
}
