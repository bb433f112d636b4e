package org.mailroom.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses in a header field's body (RFC 5322, 3.4): names, comments, quotes and groups are
 * left out.
 *
 * <pre>
 * address-list = (address *("," address))
 * address      = mailbox / group
 * mailbox      = [display-name] "&lt;" addr-spec "&gt;" / addr-spec
 * group        = display-name ":" [mailbox-list] ";"
 * </pre>
 */
final class HeaderAddresses {

  private final String text;
  private final List<String> found = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private String angle;
  private int at;

  private HeaderAddresses(String text) {
    this.text = text;
  }

  /** The addresses as written, in their order; whether they are addresses is for others to say. */
  static List<String> in(String body) {
    HeaderAddresses addresses = new HeaderAddresses(body);
    addresses.read();
    return addresses.found;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> plain.append(quoted());
        case '(' -> skipComment();
        case '<' -> angle = untilClosed();
        case ',', ';' -> end();
        case ':' -> plain.setLength(0);
        default -> plain.append(c);
      }
      at++;
    }
    end();
  }

  private void end() {
    String address = angle != null ? angle : plain.toString().strip();
    if (!address.isEmpty()) {
      found.add(address);
    }
    angle = null;
    plain.setLength(0);
  }

  /** Leaves {@code at} on the closing quote. */
  private String quoted() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return text.substring(start, Math.min(at + 1, text.length()));
  }

  private String untilClosed() {
    StringBuilder address = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '>') {
      if (text.charAt(at) == '"') {
        address.append(quoted());
      } else {
        address.append(text.charAt(at));
      }
      at++;
    }
    return address.toString().strip();
  }

  private void skipComment() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return;
      }
      at++;
    }
  }
}
