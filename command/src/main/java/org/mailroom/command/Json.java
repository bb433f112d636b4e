package org.mailroom.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value (RFC 8259), for what the hub's REST API answers. What is missing reads as empty
 * text, 0, false or no elements, since a newer hub may say less or more.
 *
 * @param value a Map of Json, a List of Json, a String, a Double, a Boolean or null
 */
record Json(Object value) {

  /** Nothing. */
  static final Json NULL = new Json(null);

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException when the text is not JSON
   */
  static Json parse(String text) {
    Parser parser = new Parser(text);
    Json json = parser.value(0);
    parser.space();
    if (parser.at != text.length()) {
      throw parser.malformed();
    }
    return json;
  }

  /** A string as it stands in JSON, quotes and all. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  Json get(String name) {
    return value instanceof Map<?, ?> map && map.get(name) instanceof Json json ? json : NULL;
  }

  List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> elements.add((Json) element));
    }
    return elements;
  }

  /** The members of an object, in their order. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put((String) name, (Json) member));
    }
    return members;
  }

  /** A string as it is, a number without needless decimals, nothing for the rest. */
  String text() {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  long number() {
    return value instanceof Double number ? number.longValue() : 0;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  private static final class Parser {

    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Json value(int depth) {
      space();
      if (depth > DEEPEST || at == text.length()) {
        throw malformed();
      }
      return switch (text.charAt(at)) {
        case '{' -> object(depth);
        case '[' -> array(depth);
        case '"' -> new Json(string());
        case 't' -> word("true", new Json(true));
        case 'f' -> word("false", new Json(false));
        case 'n' -> word("null", NULL);
        default -> number();
      };
    }

    private Json object(int depth) {
      Map<String, Json> members = new LinkedHashMap<>();
      at++;
      space();
      while (!take('}')) {
        space();
        if (at == text.length() || text.charAt(at) != '"') {
          throw malformed();
        }
        String name = string();
        space();
        require(':');
        members.put(name, value(depth + 1));
        separator('}');
      }
      return new Json(members);
    }

    private Json array(int depth) {
      List<Json> elements = new ArrayList<>();
      at++;
      space();
      while (!take(']')) {
        elements.add(value(depth + 1));
        separator(']');
      }
      return new Json(elements);
    }

    private void separator(char end) {
      space();
      if (at < text.length() && text.charAt(at) != end) {
        require(',');
      }
    }

    private String string() {
      StringBuilder string = new StringBuilder();
      at++;
      while (true) {
        if (at == text.length()) {
          throw malformed();
        }
        char c = text.charAt(at++);
        if (c == '"') {
          return string.toString();
        }
        string.append(c == '\\' ? escaped() : c);
      }
    }

    private char escaped() {
      char c = at < text.length() ? text.charAt(at++) : ' ';
      return switch (c) {
        case '"', '\\', '/' -> c;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> hexadecimal();
        default -> throw malformed();
      };
    }

    private char hexadecimal() {
      if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
        throw malformed();
      }
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Json number() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      try {
        return new Json(Double.valueOf(text.substring(start, at)));
      } catch (NumberFormatException e) {
        throw malformed();
      }
    }

    private Json word(String word, Json json) {
      if (!text.startsWith(word, at)) {
        throw malformed();
      }
      at += word.length();
      return json;
    }

    private boolean take(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      if (there) {
        at++;
      }
      return there;
    }

    private void require(char c) {
      if (!take(c)) {
        throw malformed();
      }
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private IllegalArgumentException malformed() {
      return new IllegalArgumentException("Not JSON at character " + at);
    }
  }
}
