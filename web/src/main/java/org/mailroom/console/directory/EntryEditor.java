package org.mailroom.console.directory;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Field;
import org.mailroom.settings.Sizes;

/**
 * An entry while somebody edits it. Its values are those of the inputs: a boolean for a check box,
 * an array for several of them, words one a line.
 */
public final class EntryEditor implements Serializable {

  private static final long serialVersionUID = 1L;

  private final EntryKind kind;
  private final String name;
  private final Map<String, String> before;
  private final HashMap<String, Object> values = new HashMap<>();

  private EntryEditor(EntryKind kind, String name, Map<String, String> before) {
    this.kind = kind;
    this.name = name;
    this.before = Map.copyOf(before);
    for (Field field : kind.fields()) {
      values.put(field.name(), shown(field, before.getOrDefault(field.name(), "")));
    }
  }

  /** Of an entry that is there. */
  static EntryEditor of(EntryKind kind, DirectoryEntry entry) {
    return new EntryEditor(kind, entry.title(), kind.write(entry));
  }

  /** Of one that is not there yet, with its defaults. */
  static EntryEditor fresh(EntryKind kind, Map<String, String> defaults) {
    return new EntryEditor(kind, "", defaults);
  }

  /** True when it is not there yet. */
  public boolean isFresh() {
    return name.isEmpty();
  }

  /** What it is called; empty when it is not there yet. */
  public String getName() {
    return name;
  }

  /** What stands in the inputs, by the names of the fields. */
  public Map<String, Object> getValues() {
    return values;
  }

  /** All fields, for an entry that is to be added. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : kind.fields()) {
      fields.put(field.name(), text(field, values.get(field.name())));
    }
    return fields;
  }

  /** Only what is not as before, so that what others change meanwhile stays. */
  Map<String, String> changes() {
    Map<String, String> changes = fields();
    changes.remove(kind.naming());
    for (Field field : kind.fields()) {
      String old = text(field, shown(field, before.getOrDefault(field.name(), "")));
      changes.remove(field.name(), old);
    }
    return changes;
  }

  private static Object shown(Field field, String text) {
    return switch (field.type()) {
      case FLAG -> Boolean.valueOf(text);
      case NUMBER ->
          text.matches("\\d{1,18}") && field.name().equals("quota")
              ? Sizes.format(Long.parseLong(text))
              : text;
      case WORDS ->
          field.name().equals("roles") || field.name().equals("imap_off")
              ? Field.words(text).toArray(String[]::new)
              : String.join("\n", Field.words(text));
      case TEXT -> text;
      case SECRET -> "";
    };
  }

  private static String text(Field field, Object value) {
    return switch (value) {
      case null -> "";
      case Object[] many -> String.join(" ", Arrays.stream(many).map(Object::toString).toList());
      case Collection<?> many -> String.join(" ", many.stream().map(Object::toString).toList());
      default ->
          field.type() == Field.Type.WORDS ? words(value.toString()) : value.toString().strip();
    };
  }

  /** People put commas between addresses, too; in quotes those belong to the address. */
  private static String words(String typed) {
    String blanks =
        typed.indexOf('"') < 0 ? typed.replaceAll("[,;\uFF0C\uFF1B\u3001]", " ") : typed;
    return blanks.replaceAll("\\s+", " ").strip();
  }
}
