package org.mailroom.queue.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Messages in the form that the broker shows them in. */
final class ShownMessage {

  private static final Map<String, SimpleType<?>> TABLES =
      Map.of(
          "StringProperties", SimpleType.STRING,
          "LongProperties", SimpleType.LONG,
          "IntProperties", SimpleType.INTEGER,
          "BooleanProperties", SimpleType.BOOLEAN);

  private ShownMessage() {}

  /** A mail in the queue; the rest is to be added. */
  static Map<String, Object> mail(String id, String part, String recipients, long firstQueued) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("queueId", id);
    properties.put("part", part);
    properties.put("reversePath", "ann@corp.test");
    properties.put("recipients", recipients);
    properties.put("firstQueued", firstQueued);
    properties.put("size", 4096L);
    properties.put("client", "192.0.2.1");
    return properties;
  }

  /** A mail that waits. */
  static Map<String, Object> waiting(String id, long firstQueued, long nextAttempt) {
    Map<String, Object> properties = mail(id, "1", "bob@example.test", firstQueued);
    properties.put("nextAttempt", nextAttempt);
    properties.put("attempts", 3);
    properties.put("nextHop", "mx.example.test");
    properties.put("lastStage", "rcpt");
    properties.put("lastStatus", "4.2.2");
    properties.put("lastText", "452 4.2.2 Mailbox full");
    properties.put("lastIsReply", true);
    return properties;
  }

  /** The form of a browsed message: a table for each type, null when no property has it. */
  static CompositeData compose(Map<String, Object> properties) {
    try {
      Map<String, Object> items = new HashMap<>();
      Map<String, OpenType<?>> types = new HashMap<>();
      for (Map.Entry<String, SimpleType<?>> table : TABLES.entrySet()) {
        TabularDataSupport rows = table(properties, table.getValue());
        types.put(table.getKey(), rows.getTabularType());
        items.put(table.getKey(), rows.isEmpty() ? null : rows);
      }
      String[] names = types.keySet().toArray(new String[0]);
      OpenType<?>[] ordered = types.values().toArray(new OpenType<?>[0]);
      return new CompositeDataSupport(
          new CompositeType("message", "message", names, names, ordered), items);
    } catch (OpenDataException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TabularDataSupport table(Map<String, Object> properties, SimpleType<?> type)
      throws OpenDataException {
    String[] names = {"key", "value"};
    CompositeType row =
        new CompositeType("row", "row", names, names, new OpenType<?>[] {SimpleType.STRING, type});
    TabularDataSupport table =
        new TabularDataSupport(new TabularType("table", "table", row, new String[] {"key"}));
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      if (type.isValue(property.getValue())) {
        table.put(
            new CompositeDataSupport(
                row, names, new Object[] {property.getKey(), property.getValue()}));
      }
    }
    return table;
  }
}
