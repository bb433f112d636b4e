package org.mailroom.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parameters of a Content-Type (RFC 2045, 5.1), or of a Content-Disposition (RFC 2183),
 * also where the grammar is not kept. Those that RFC 2231 has divided or encoded stay so.
 */
public final class ContentTypeParameters {

  /** A token or a quoted string; possessive, so that nothing is tried twice. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"?|([^\\s;]*+))");

  private ContentTypeParameters() {}

  /**
   * A parameter.
   *
   * @param name as it is written
   * @param value without quotes
   */
  public record Parameter(String name, String value) {}

  /** All that a field has, in their order. */
  public static List<Parameter> all(String field) {
    List<Parameter> all = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(field);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      all.add(new Parameter(matcher.group(1), value));
    }
    return all;
  }

  static Optional<String> find(String contentType, String name) {
    return all(contentType).stream()
        .filter(parameter -> parameter.name().equalsIgnoreCase(name))
        .map(Parameter::value)
        .findFirst();
  }
}
