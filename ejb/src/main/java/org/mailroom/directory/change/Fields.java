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
import org.mailroom.directory.DirectoryReason;
import org.mailroom.mail.Address;
import org.mailroom.refusal.Refusal;
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
            throw DirectoryReason.NO_FIELD.refused(
                name.replaceAll("\\p{C}", "?"),
                String.join(", ", known.stream().map(Field::name).toList()));
          }
          if (text.chars().anyMatch(Character::isISOControl)) {
            throw DirectoryReason.CONTROL_CHARACTER.refused(name);
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
    return optional(name).orElseThrow(() -> DirectoryReason.FIELD_MISSING.refused(name));
  }

  /** A text for people, or empty. */
  String text(String name) {
    String text = optional(name).orElse("");
    if (text.length() > LONGEST) {
      throw DirectoryReason.FIELD_TOO_LONG.refused(name, LONGEST);
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
                  default -> throw DirectoryReason.NO_FLAG.refused(name);
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
                throw DirectoryReason.NO_LANGUAGE.refused(name);
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
              throw DirectoryReason.NO_CHOICE.refused(
                  name,
                  String.join(
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
      throw DirectoryReason.VALUE_REFUSED.refused(name, shown(text), Refusal.by(e));
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
