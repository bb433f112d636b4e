package org.mailroom.queue;

import java.util.HashMap;
import java.util.Map;

/**
 * What a mail's message says in one property instead of a property each. While a mail waits, each
 * property costs about 200 octets of heap, and each character of a text four. So a field is a line:
 * a letter, {@code =}, the value, in which backslash, line feed and carriage return are written
 * {@code \\}, {@code \n}, {@code \r}. Numbers are to the base 36.
 */
final class PackedRecord {

  private static final int BASE = 36;

  private enum Type {
    TEXT,
    NUMBER,
    FLAG
  }

  private record Field(String key, String property, Type type) {}

  private static final Map<String, Field> BY_KEY = new HashMap<>();

  static final String ID = text("i", QueueRecord.QUEUE_ID);
  static final String PART = text("p", QueueRecord.PART);
  static final String GENERATION = number("+", QueueRecord.GENERATION);
  static final String FROM = text("f", QueueRecord.REVERSE_PATH);
  static final String TO = text("t", QueueRecord.RECIPIENTS);
  static final String GROUP = text("g", QueueRecord.GROUP);
  static final String CLIENT = text("c", QueueRecord.CLIENT);
  static final String USER = text("@", QueueRecord.USER);
  static final String OUTSIDE = flag("!", QueueRecord.OUTSIDE);
  static final String SIZE = number("s", QueueRecord.SIZE);
  static final String QUEUED = number("q", QueueRecord.FIRST_QUEUED);
  static final String EXPIRY = number("e", QueueRecord.EXPIRY);
  static final String BODY = text("b", QueueRecord.BODY);
  static final String UTF8 = flag("u", QueueRecord.SMTP_UTF8);
  static final String RET = text("r", QueueRecord.RET);
  static final String ENVID = text("v", QueueRecord.ENVELOPE_ID);
  static final String ROUTE = text("w", QueueRecord.ROUTE);
  static final String ABOUT = text("o", QueueRecord.ABOUT);
  static final String ATTEMPTS = number("a", QueueRecord.ATTEMPTS);
  static final String FAULTS = number("y", QueueRecord.FAULTS);
  static final String NOTICED = flag("d", QueueRecord.DELAY_NOTICE_SENT);
  static final String HOP = text("h", QueueRecord.NEXT_HOP);
  static final String TRIED = number("l", QueueRecord.LAST_ATTEMPT);
  static final String NEXT = number("n", QueueRecord.NEXT_ATTEMPT);
  static final String STAGE = text("k", QueueRecord.LAST_STAGE);
  static final String STATUS = text("x", QueueRecord.LAST_STATUS);
  static final String SAID = text("m", QueueRecord.LAST_TEXT);
  static final String REPLY = flag("z", QueueRecord.LAST_IS_REPLY);
  static final String MTA = text("j", QueueRecord.LAST_REMOTE_MTA);

  private final StringBuilder lines = new StringBuilder(256);

  private static String text(String key, String property) {
    return define(new Field(key, property, Type.TEXT));
  }

  private static String number(String key, String property) {
    return define(new Field(key, property, Type.NUMBER));
  }

  private static String flag(String key, String property) {
    return define(new Field(key, property, Type.FLAG));
  }

  private static String define(Field field) {
    BY_KEY.put(field.key(), field);
    return field.key();
  }

  PackedRecord add(String key, String value) {
    begin(key);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> lines.append("\\\\");
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        default -> lines.append(c);
      }
    }
    return this;
  }

  PackedRecord add(String key, long value) {
    begin(key);
    lines.append(Long.toString(value, BASE));
    return this;
  }

  /** A flag that is set; one that isn't has no line. */
  PackedRecord add(String key) {
    return add(key, 1);
  }

  private void begin(String key) {
    if (!lines.isEmpty()) {
      lines.append('\n');
    }
    lines.append(key).append('=');
  }

  /** The text of the one property. */
  @Override
  public String toString() {
    return lines.toString();
  }

  /**
   * The properties that a record stands for. Lines that this version doesn't know are left out.
   *
   * @throws IllegalArgumentException when it is no record
   */
  static Map<String, Object> unpack(String record) {
    Map<String, Object> properties = new HashMap<>();
    for (String line : record.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("A line of a record has a key and a value");
      }
      Field field = BY_KEY.get(line.substring(0, equals));
      if (field != null) {
        properties.put(field.property(), value(field.type(), line.substring(equals + 1)));
      }
    }
    return properties;
  }

  private static Object value(Type type, String text) {
    return switch (type) {
      case TEXT -> unescape(text);
      case NUMBER -> Long.valueOf(text, BASE);
      case FLAG -> true;
    };
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escaped) {
        plain.append(plain(c));
      } else if (c != '\\') {
        plain.append(c);
      }
      escaped = !escaped && c == '\\';
    }
    if (escaped) {
      throw new IllegalArgumentException("A record ends in an escape");
    }
    return plain.toString();
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case '\\' -> '\\';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> throw new IllegalArgumentException("A record has no escape " + escaped);
    };
  }
}
