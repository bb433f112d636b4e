package org.mailroom.directory.store;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

  /** All of them by their keys. */
  List<R> all(EntityManager entities) {
    String query = "select r from " + type.getSimpleName() + " r";
    for (String collection : collections) {
      entities.createQuery(query + " left join fetch r." + collection, type).getResultList();
    }
    return entities.createQuery(query + " order by r.key", type).getResultList();
  }

  /** Writes what is new or other, and removes what is gone. */
  void write(EntityManager entities, List<T> before, List<T> after) {
    if (before.equals(after)) {
      return;
    }
    Map<String, R> rows = new HashMap<>();
    all(entities).forEach(row -> rows.put(row.key(), row));
    Map<String, T> known = new HashMap<>();
    before.forEach(value -> known.put(value.key(), value));
    for (T value : after) {
      R row = rows.remove(value.key());
      if (row == null) {
        R fresh = maker.get();
        fresh.take(value);
        entities.persist(fresh);
      } else if (!value.equals(known.get(value.key()))) {
        row.take(value);
      }
    }
    rows.values().forEach(entities::remove);
  }
}
