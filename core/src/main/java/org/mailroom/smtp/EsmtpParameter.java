package org.mailroom.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of MAIL or RCPT (RFC 5321, 4.1.2; RFC 6531, 3.3).
 *
 * <pre>
 * esmtp-param   = esmtp-keyword [ "=" esmtp-value ]
 * esmtp-keyword = ( ALPHA / DIGIT ) *( ALPHA / DIGIT / "-" )
 * esmtp-value   = 1*( %d33-60 / %d62-126 / UTF8-non-ascii )
 * </pre>
 *
 * @param keyword in upper case
 * @param value empty for a keyword that stands alone
 */
public record EsmtpParameter(String keyword, Optional<String> value) {

  /** Takes the parts as they are. */
  public EsmtpParameter {
    Objects.requireNonNull(keyword, "a parameter has a keyword");
    Objects.requireNonNull(value, "value is a value or empty");
  }

  /**
   * Reads the parameters from {@code start} to the end of the text, each behind a space.
   *
   * @throws SmtpSyntaxException with 501 when they have another form, or one comes twice
   */
  static List<EsmtpParameter> parseAll(String text, int start) throws SmtpSyntaxException {
    if (start == text.length()) {
      return List.of();
    }
    List<EsmtpParameter> parameters = new ArrayList<>();
    int position = start;
    while (position < text.length()) {
      int word = position;
      while (word < text.length() && text.charAt(word) == ' ') {
        word++;
      }
      int end = text.indexOf(' ', word);
      end = end < 0 ? text.length() : end;
      if (word == position || word == end) {
        throw syntax("Parameters follow the path, each behind a space");
      }
      EsmtpParameter parameter = parse(text.substring(word, end));
      if (parameters.stream().anyMatch(p -> p.keyword.equals(parameter.keyword))) {
        throw syntax("A parameter comes once");
      }
      parameters.add(parameter);
      position = end;
    }
    return parameters;
  }

  private static EsmtpParameter parse(String word) throws SmtpSyntaxException {
    int equals = word.indexOf('=');
    String keyword = equals < 0 ? word : word.substring(0, equals);
    if (!isKeyword(keyword)) {
      throw syntax("A parameter has a keyword of letters, digits and hyphens");
    }
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    if (value.isPresent() && !isValue(value.get())) {
      throw syntax("A parameter has a value behind its equals sign");
    }
    return new EsmtpParameter(keyword.toUpperCase(Locale.ROOT), value);
  }

  private static boolean isKeyword(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = c == '-' && i > 0;
      if (!inner && !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '=' || c == '\uFFFD' || Character.isISOControl(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static SmtpSyntaxException syntax(String text) {
    return new SmtpSyntaxException(SmtpReply.of(501, "5.5.4", text));
  }
}
