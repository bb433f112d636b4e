package org.mailroom.directory.change;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mailroom.mail.Address;
import org.mailroom.settings.Sizes;

/** The fields of one entry as texts; those that aren't there are as they were, or the default. */
final class Fields {

  private static final int LONGEST = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Map<String, String> texts;

  private Fields(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * Fields that were given.
   *
   * @throws IllegalArgumentException for control characters, and for names that nobody knows
   */
  static Fields given(Map<String, String> texts, List<Field> known) {
    texts.forEach(
        (name, text) -> {
          if (known.stream().noneMatch(field -> field.name().equals(name))) {
            throw new IllegalArgumentException(
                "There is no field "
                    + name.replaceAll("\\p{C}", "?")
                    + "; there are "
                    + String.join(", ", known.stream().map(Field::name).toList()));
          }
          if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " has a control character");
          }
        });
    return new Fields(texts);
  }

  /** These, and what they don't have as in others. */
  Fields over(Map<String, String> others) {
    Map<String, String> both = new LinkedHashMap<>(others);
    both.putAll(texts);
    return new Fields(both);
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(texts.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  /** A text for people, or empty. */
  String text(String name) {
    String text = optional(name).orElse("");
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(name + " has at most " + LONGEST + " characters");
    }
    return text;
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name)
        .map(
            text ->
                switch (text) {
                  case "true", "yes" -> true;
                  case "false", "no" -> false;
                  default -> throw new IllegalArgumentException(name + " is true or false");
                })
        .orElse(otherwise);
  }

  /** Octets or a count. */
  long number(String name, long otherwise) {
    return optional(name)
        .map(
            text ->
                NUMBER.matcher(text).matches()
                    ? Long.parseLong(text)
                    : parsed(name, text, Sizes::parse))
        .orElse(otherwise);
  }

  Locale language(String name, Locale otherwise) {
    return optional(name)
        .map(
            tag -> {
              try {
                return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
              } catch (IllformedLocaleException e) {
                throw new IllegalArgumentException(name + " is a language such as en or zh-CN", e);
              }
            })
        .orElse(otherwise);
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return optional(name)
        .map(
            text -> {
              for (E value : type.getEnumConstants()) {
                if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                  return value;
                }
              }
              throw new IllegalArgumentException(
                  name
                      + " is one of "
                      + String.join(
                          ", ",
                          Arrays.stream(type.getEnumConstants())
                              .map(value -> value.name().toLowerCase(Locale.ROOT))
                              .toList()));
            })
        .orElse(otherwise);
  }

  Address address(String name) {
    return parsed(name, required(name), Address::parse);
  }

  <T> Optional<T> parsed(String name, Function<String, T> parser) {
    return optional(name).map(text -> parsed(name, text, parser));
  }

  <T> List<T> all(String name, Function<String, T> parser) {
    return Field.words(texts.getOrDefault(name, "")).stream()
        .map(word -> parsed(name, word, parser))
        .toList();
  }

  private static <T> T parsed(String name, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + ": " + shown(text) + " is refused: " + e.getMessage(), e);
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
