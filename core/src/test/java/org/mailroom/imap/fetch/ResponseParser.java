package org.mailroom.imap.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a server says, strictly: lists are lists, strings are {@code Text}, all else is {@code
 * Word}. Between values is a space, but between two lists there may be none.
 */
final class ResponseParser {

  record Word(String text) {}

  /** Of an octet for each character. */
  record Text(String text) {}

  private final String text;
  private int at;

  ResponseParser(byte[] octets) {
    this.text = new String(octets, StandardCharsets.ISO_8859_1);
  }

  /** All there are. */
  List<Object> values() {
    List<Object> values = values(false);
    require(at == text.length(), "there is more");
    return values;
  }

  private List<Object> values(boolean inList) {
    List<Object> values = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != ')') {
      if (!values.isEmpty()) {
        boolean touches = text.charAt(at) == '(' && text.charAt(at - 1) == ')';
        require(touches || text.charAt(at++) == ' ', "a space is missing");
      }
      values.add(value());
    }
    require(!inList || at < text.length(), "a list doesn't end");
    return values;
  }

  private Object value() {
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      List<Object> list = values(true);
      at++;
      return list;
    }
    if (c == '"') {
      return new Text(quoted());
    }
    if (c == '{' || text.startsWith("~{", at)) {
      return new Text(literal());
    }
    return new Word(word());
  }

  private String quoted() {
    StringBuilder quoted = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 1 : 0;
      require(text.charAt(at) >= ' ' && text.charAt(at) < 0x7F, "a character isn't quotable");
      quoted.append(text.charAt(at++));
    }
    at++;
    return quoted.toString();
  }

  private String literal() {
    int end = text.indexOf("}\r\n", at);
    int size = Integer.parseInt(text.substring(text.indexOf('{', at) + 1, end));
    at = end + 3 + size;
    return text.substring(at - size, at);
  }

  /** Up to a space; one within brackets belongs to it. */
  private String word() {
    int start = at;
    boolean inBrackets = false;
    while (at < text.length() && (inBrackets || " ()".indexOf(text.charAt(at)) < 0)) {
      inBrackets = text.charAt(at) == '[' || inBrackets && text.charAt(at) != ']';
      at++;
    }
    require(at > start, "a value is missing");
    return text.substring(start, at);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + " at " + at + " of " + text);
    }
  }
}
