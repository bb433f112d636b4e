package org.mailroom.guard;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.QueueName;

/**
 * Checks the address settings of the queues, as the broker merges them. What is wrong with several
 * queues in the same way is said once.
 */
final class AddressCheck {

  private static final String REDELIVERY = "redelivery is the net below the relay's own retries";

  /** A setting that is wrong. */
  private record Wrong(String setting, String value, String expected, String why) {
    String of(List<QueueName> queues) {
      return "%s of the %s %s is %s: expected %s; %s"
          .formatted(
              setting,
              queues.size() == 1 ? "queue" : "queues",
              queues.stream().map(QueueName::jmsName).collect(Collectors.joining(", ")),
              value,
              expected,
              why);
    }
  }

  private final BrokerBean broker;
  private final Map<Wrong, List<QueueName>> wrong = new LinkedHashMap<>();

  AddressCheck(BrokerBean broker) {
    this.broker = broker;
  }

  /** A sentence each, of all queues that were checked. */
  List<String> problems() {
    return wrong.entrySet().stream().map(entry -> entry.getKey().of(entry.getValue())).toList();
  }

  void check(QueueName queue) {
    JsonObject settings = read(queue);
    expect(queue, settings, "redeliveryDelay", "redelivery-delay", "60000", REDELIVERY);
    expect(queue, settings, "redeliveryMultiplier", "redelivery-multiplier", "2.0", REDELIVERY);
    expect(queue, settings, "maxRedeliveryDelay", "max-redelivery-delay", "3600000", REDELIVERY);
    expect(queue, settings, "maxDeliveryAttempts", "max-delivery-attempts", "20", REDELIVERY);
    expect(
        queue,
        settings,
        "deadLetterAddress",
        "dead-letter-address",
        QueueName.DEAD.coreName(),
        "mail that the hub fails on would be dropped");
    expect(
        queue,
        settings,
        "expiryDelay",
        "expiry-delay",
        "-1",
        "the broker would drop mail by its age");
    if (queue == QueueName.DEFERRED || queue == QueueName.HELD) {
      expect(
          queue, settings, "maxSizeBytes", "max-size-bytes", "-1", "waiting mail must never page");
      expect(
          queue,
          settings,
          "maxSizeMessages",
          "max-size-messages",
          "-1",
          "waiting mail must never page");
    } else {
      expect(
          queue,
          settings,
          "addressFullMessagePolicy",
          "address-full-policy",
          "PAGE",
          "mail would block or be dropped");
      long size = number(settings);
      if (size <= 0) {
        problem(
            queue,
            "max-size-bytes",
            Long.toString(size),
            "a size",
            "ready mail would fill the heap");
      }
    }
  }

  private JsonObject read(QueueName queue) {
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
      QueueName queue,
      JsonObject settings,
      String name,
      String setting,
      String expected,
      String why) {
    JsonValue value = settings.get(name);
    String text =
        switch (value) {
          case null -> "-1";
          case jakarta.json.JsonString string -> string.getString();
          default -> value.toString();
        };
    if (!text.equals(expected)) {
      problem(queue, setting, text, expected, why);
    }
  }

  private void problem(QueueName queue, String setting, String value, String expected, String why) {
    wrong
        .computeIfAbsent(new Wrong(setting, value, expected, why), key -> new ArrayList<>())
        .add(queue);
  }
}
