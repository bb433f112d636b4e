package org.mailroom.mime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a parameter of a Content-Type (RFC 2045, 5.1), also where the grammar is not kept. */
final class ContentTypeParameters {

  /** A token or a quoted string; possessive, so that nothing is tried twice. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"?|([^\\s;]*+))");

  private ContentTypeParameters() {}

  static Optional<String> find(String contentType, String name) {
    Matcher matcher = PARAMETER.matcher(contentType);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(name)) {
        String quoted = matcher.group(2);
        return Optional.of(quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
      }
    }
    return Optional.empty();
  }
}
