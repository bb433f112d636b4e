package org.mailroom.directory.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mail.Address;

/** How values stand in columns. */
final class Columns {

  private Columns() {}

  static List<String> texts(Collection<?> values) {
    return new ArrayList<>(values.stream().map(Object::toString).toList());
  }

  static List<Address> addresses(Collection<String> texts) {
    return texts.stream().map(Address::parse).toList();
  }

  static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E value(Class<E> type, String key) {
    return Enum.valueOf(type, key.toUpperCase(Locale.ROOT));
  }

  /** Makes a collection of an entity's the same as another, touching it only where it is not. */
  static void replace(Collection<String> old, Collection<String> now) {
    if (!List.copyOf(old).equals(List.copyOf(now))) {
      old.clear();
      old.addAll(now);
    }
  }
}
