package org.mailroom.directory.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;

/** How entries of one kind are written as fields. */
interface EntryForm<T extends DirectoryEntry> {

  /** The first is the name of the entry. */
  List<Field> fields();

  /**
   * The entry of these fields.
   *
   * @param before what it was; empty when it is new
   * @param data the directory, for defaults
   * @throws IllegalArgumentException when there is none, in words for people
   */
  T read(Fields fields, Optional<T> before, DirectoryData data);

  /** The fields of an entry, without its secrets. */
  Map<String, String> write(T entry);

  /** Texts in the order of the names; null ones are empty. */
  static Map<String, String> texts(List<Field> fields, Object... values) {
    Map<String, String> texts = new LinkedHashMap<>();
    int next = 0;
    for (Field field : fields) {
      if (field.type() != Field.Type.SECRET) {
        texts.put(field.name(), text(values[next]));
        next++;
      }
    }
    return texts;
  }

  private static String text(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(Object::toString).orElse("");
      case Iterable<?> many -> {
        StringBuilder words = new StringBuilder();
        many.forEach(one -> words.append(words.isEmpty() ? "" : " ").append(one));
        yield words.toString();
      }
      default -> value.toString();
    };
  }
}
