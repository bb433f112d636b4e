package org.mailroom.guard;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.QueueName;

/** Checks the address settings of one queue, as the broker merges them. */
final class AddressCheck {

  private static final String REDELIVERY = "redelivery is the net below the relay's own retries";

  private final BrokerBean broker;
  private final QueueName queue;
  private final List<String> problems;

  AddressCheck(BrokerBean broker, QueueName queue, List<String> problems) {
    this.broker = broker;
    this.queue = queue;
    this.problems = problems;
  }

  void check() {
    JsonObject settings = read();
    expect(settings, "redeliveryDelay", "redelivery-delay", "60000", REDELIVERY);
    expect(settings, "redeliveryMultiplier", "redelivery-multiplier", "2.0", REDELIVERY);
    expect(settings, "maxRedeliveryDelay", "max-redelivery-delay", "3600000", REDELIVERY);
    expect(settings, "maxDeliveryAttempts", "max-delivery-attempts", "20", REDELIVERY);
    expect(
        settings,
        "deadLetterAddress",
        "dead-letter-address",
        QueueName.DEAD.coreName(),
        "mail that the hub fails on would be dropped");
    expect(settings, "expiryDelay", "expiry-delay", "-1", "the broker would drop mail by its age");
    if (queue == QueueName.DEFERRED || queue == QueueName.HELD) {
      expect(settings, "maxSizeBytes", "max-size-bytes", "-1", "waiting mail must never page");
      expect(
          settings, "maxSizeMessages", "max-size-messages", "-1", "waiting mail must never page");
    } else {
      expect(
          settings,
          "addressFullMessagePolicy",
          "address-full-policy",
          "PAGE",
          "mail would block or be dropped");
      long size = number(settings);
      if (size <= 0) {
        problem("max-size-bytes", Long.toString(size), "a size", "ready mail would fill the heap");
      }
    }
  }

  private JsonObject read() {
    Object text =
        broker.invoke(
            "getAddressSettingsAsJSON", new Object[] {queue.coreName()}, String.class.getName());
    try (JsonReader reader = Json.createReader(new StringReader((String) text))) {
      return reader.readObject();
    }
  }

  private static long number(JsonObject settings) {
    return settings.containsKey("maxSizeBytes")
        ? settings.getJsonNumber("maxSizeBytes").longValue()
        : -1;
  }

  /** What is not there has the broker's default: -1 for all limits. */
  private void expect(
      JsonObject settings, String name, String setting, String expected, String why) {
    JsonValue value = settings.get(name);
    String text =
        switch (value) {
          case null -> "-1";
          case jakarta.json.JsonString string -> string.getString();
          default -> value.toString();
        };
    if (!text.equals(expected)) {
      problem(setting, text, expected, why);
    }
  }

  private void problem(String setting, String value, String expected, String why) {
    problems.add(
        "%s of the queue %s is %s: expected %s; %s"
            .formatted(setting, queue.jmsName(), value, expected, why));
  }
}
