package org.mailroom.imap.fetch;

import java.util.Optional;

/**
 * Cuts a field with addresses into its tokens (RFC 5322, 3.2); each character is read once.
 * Whatever stands there is some token; what doesn't end, ends with the field.
 */
final class AddressTokens {

  private static final String SPECIALS = "()<>[]:;@\\,.\"";

  private final String text;
  private int at;

  AddressTokens(String text) {
    this.text = text;
  }

  /** What a token is. */
  enum Kind {
    /** Characters without a meaning. */
    WORD,
    /** Text that was in quotes. */
    QUOTED,
    /** Text that was in parentheses. */
    COMMENT,
    /** A domain in brackets, with them. */
    LITERAL,
    /** A character with a meaning. */
    SPECIAL
  }

  /**
   * A token.
   *
   * @param text without quotes, escapes and outer parentheses
   * @param isSpaced true when a space, or a comment, is before it
   */
  record Token(Kind kind, String text, boolean isSpaced) {

    boolean is(char special) {
      return kind == Kind.SPECIAL && text.charAt(0) == special;
    }
  }

  /** The next; empty at the end. */
  Optional<Token> next() {
    boolean isSpaced = at > 0 && text.charAt(at - 1) == ')';
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
      isSpaced = true;
    }
    if (at == text.length()) {
      return Optional.empty();
    }
    char first = text.charAt(at);
    return Optional.of(
        switch (first) {
          case '"' -> new Token(Kind.QUOTED, enclosed('"', '"'), isSpaced);
          case '(' -> new Token(Kind.COMMENT, enclosed('(', ')').strip(), isSpaced);
          case '[' -> new Token(Kind.LITERAL, "[" + enclosed('[', ']') + "]", isSpaced);
          default ->
              SPECIALS.indexOf(first) < 0
                  ? new Token(Kind.WORD, word(), isSpaced)
                  : new Token(Kind.SPECIAL, text.substring(at, ++at), isSpaced);
        });
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && SPECIALS.indexOf(text.charAt(at)) < 0
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** What is up to a closing character; parentheses may be within parentheses. */
  private String enclosed(char opening, char closing) {
    StringBuilder enclosed = new StringBuilder();
    int depth = 1;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        enclosed.append(text.charAt(at++));
        continue;
      }
      if (c == closing) {
        depth--;
      } else if (c == opening && c == '(') {
        depth++;
      }
      if (depth == 0) {
        break;
      }
      enclosed.append(c);
    }
    return enclosed.toString();
  }
}
