package org.mailroom.imap.fetch;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.imap.fetch.AddressTokens.Token;

/**
 * An address while its tokens are read.
 *
 * <pre>
 * mailbox        = name-addr / addr-spec
 * name-addr      = [display-name] angle-addr
 * obs-angle-addr = [CFWS] "&lt;" obs-route addr-spec "&gt;" [CFWS]
 * </pre>
 *
 * <p>Where there are no brackets, words in front of what belongs to the at-sign are its name. A
 * comment is the name of what has no other.
 */
final class FoundAddress {

  private final List<Token> words = new ArrayList<>();
  private final List<Token> bracketed = new ArrayList<>();
  private boolean hasBrackets;
  private boolean isClosed;
  private int routeEnd = -1;
  private String comment = "";

  void comment(String text) {
    comment = text;
  }

  void take(Token token) {
    if (!hasBrackets) {
      hasBrackets = token.is('<');
      if (!hasBrackets) {
        words.add(token);
      }
    } else if (token.is('>')) {
      isClosed = true;
    } else if (!isClosed) {
      if (isInRoute() && token.is(':')) {
        routeEnd = bracketed.size();
      }
      bracketed.add(token);
    }
  }

  boolean hasBrackets() {
    return hasBrackets;
  }

  /** True between an opening bracket with an at-sign and a colon: commas are between domains. */
  boolean isInRoute() {
    return hasBrackets
        && !isClosed
        && routeEnd < 0
        && !bracketed.isEmpty()
        && bracketed.get(0).is('@');
  }

  boolean isEmpty() {
    return words.isEmpty() && !hasBrackets;
  }

  /** The words, as a name. */
  String phrase() {
    return spaced(words);
  }

  EnvelopeAddress address() {
    if (!hasBrackets) {
      return address(words, "", "");
    }
    String route = joined(bracketed.subList(0, Math.max(0, routeEnd)));
    return address(bracketed.subList(routeEnd + 1, bracketed.size()), phrase(), route);
  }

  private EnvelopeAddress address(List<Token> spec, String phrase, String route) {
    int sign = spec.size() - 1;
    while (sign >= 0 && !spec.get(sign).is('@')) {
      sign--;
    }
    if (sign < 0) {
      return EnvelopeAddress.of(nameOr(phrase), route, spaced(spec), "");
    }
    int start = sign;
    while (start > 0 && (start == sign || belongTogether(spec, start))) {
      start--;
    }
    int end = sign + 1;
    while (end < spec.size() && (end == sign + 1 || belongTogether(spec, end))) {
      end++;
    }
    String name = phrase.isEmpty() ? spaced(spec.subList(0, start)) : phrase;
    String mailbox = joined(spec.subList(start, sign));
    return EnvelopeAddress.of(nameOr(name), route, mailbox, joined(spec.subList(sign + 1, end)));
  }

  private String nameOr(String name) {
    return name.isEmpty() ? comment : name;
  }

  /** True for the tokens before and behind this place. */
  private static boolean belongTogether(List<Token> tokens, int place) {
    return !tokens.get(place).isSpaced()
        || isJoint(tokens.get(place))
        || isJoint(tokens.get(place - 1));
  }

  private static boolean isJoint(Token token) {
    return token.is('.') || token.is('@');
  }

  private static String joined(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }

  private static String spaced(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.append(token.isSpaced() && !text.isEmpty() ? " " : "").append(token.text());
    }
    return text.toString();
  }
}
