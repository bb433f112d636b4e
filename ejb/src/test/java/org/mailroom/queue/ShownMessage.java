package org.mailroom.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
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

  /** A mail as the broker lists it under this number. */
  static Map<String, Object> of(QueuedMail mail, long messageId) {
    Map<String, Object> properties = written(mail);
    properties.put("messageID", messageId);
    return properties;
  }

  /** The properties that are written for a mail. */
  static Map<String, Object> written(QueuedMail mail) {
    Map<String, Object> properties = new LinkedHashMap<>();
    InvocationHandler keepsProperties =
        (proxy, method, arguments) -> {
          if (!method.getName().matches("set\\w+Property")) {
            throw new UnsupportedOperationException(method.getName());
          }
          properties.put((String) arguments[0], arguments[1]);
          return null;
        };
    try {
      RecordWriter.write(
          mail,
          (Message)
              Proxy.newProxyInstance(
                  Message.class.getClassLoader(), new Class<?>[] {Message.class}, keepsProperties),
          true);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
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
      types.put("messageID", SimpleType.STRING);
      items.put("messageID", String.valueOf(properties.get("messageID")));
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
      if (type.isValue(property.getValue()) && !property.getKey().equals("messageID")) {
        table.put(
            new CompositeDataSupport(
                row, names, new Object[] {property.getKey(), property.getValue()}));
      }
    }
    return table;
  }
}
