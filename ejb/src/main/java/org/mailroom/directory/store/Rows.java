package org.mailroom.directory.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mailroom.directory.DirectoryEntry;

/**
 * The rows of one kind.
 *
 * @param type the entity
 * @param maker of a new one
 * @param collections of the entity, read with a query each, whatever the number of rows
 */
record Rows<T extends DirectoryEntry, R extends Row<T>>(
    Class<R> type, Supplier<R> maker, List<String> collections) {

  private static final int CHUNK = 1000;

  /** All of them. */
  List<R> all(EntityManager entities) {
    for (String collection : collections) {
      entities.createQuery(select() + " left join fetch r." + collection, type).getResultList();
    }
    return entities.createQuery(select(), type).getResultList();
  }

  /** Those of these keys. */
  List<R> of(EntityManager entities, Collection<String> keys) {
    List<String> wanted = List.copyOf(keys);
    List<R> found = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      List<String> some = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
      for (String collection : collections) {
        of(entities, " left join fetch r." + collection, some);
      }
      found.addAll(of(entities, "", some));
    }
    return found;
  }

  private List<R> of(EntityManager entities, String join, List<String> keys) {
    return entities
        .createQuery(select() + join + " where r.key in :keys", type)
        .setParameter("keys", keys)
        .getResultList();
  }

  private String select() {
    return "select r from " + type.getSimpleName() + " r";
  }

  /**
   * Writes what is new or other, and removes what is gone; nothing else is read or touched.
   *
   * @param before what there is
   * @return what there is then, as it would be read
   */
  List<T> write(EntityManager entities, List<T> before, List<T> after) {
    if (before.equals(after)) {
      return before;
    }
    Map<String, T> known = HashMap.newHashMap(before.size());
    before.forEach(value -> known.put(value.key(), value));
    List<T> same = new ArrayList<>();
    List<T> others = new ArrayList<>();
    Set<String> gone = new HashSet<>(known.keySet());
    for (T value : after) {
      String key = value.key();
      (value.equals(known.get(key)) && gone.contains(key) ? same : others).add(value);
      gone.remove(key);
    }
    Set<String> keys = others.stream().map(DirectoryEntry::key).collect(Collectors.toSet());
    keys.retainAll(known.keySet());
    same.addAll(put(entities, others, of(entities, keys)));
    of(entities, gone).forEach(entities::remove);
    return sorted(same);
  }

  /** A second value of a key gets a row of its own, which the database refuses. */
  private List<T> put(EntityManager entities, List<T> values, List<R> old) {
    Map<String, R> rows = new HashMap<>();
    old.forEach(row -> rows.put(row.key(), row));
    List<T> written = new ArrayList<>();
    for (T value : values) {
      R row = rows.remove(value.key());
      boolean isNew = row == null;
      R kept = isNew ? maker.get() : row;
      kept.take(value);
      if (isNew) {
        entities.persist(kept);
      }
      written.add(kept.value());
    }
    return written;
  }

  /** In the order of the keys. */
  static <T extends DirectoryEntry> List<T> sorted(List<T> values) {
    return values.stream()
        .map(value -> Map.entry(value.key(), value))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}
