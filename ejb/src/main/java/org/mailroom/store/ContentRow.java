package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A content, as it is read with others.
 *
 * @param size octets
 * @param structure as it is kept; empty for a large one, which is read when it is asked for
 */
record ContentRow(long id, long size, Optional<String> structure) {

  private static final String SELECT =
      "select c.id, c.size,"
          + " case when length(c.structure) <= 16384 then c.structure else null end"
          + " from MessageContent c where c.id ";

  /**
   * Contents by their ids; those that aren't there are left out.
   *
   * @param ids ascending, at least one
   */
  static Map<Long, ContentRow> read(List<Long> ids, EntityManager entities) {
    Map<Long, ContentRow> rows = new HashMap<>();
    query(ids, entities)
        .getResultList()
        .forEach(
            row ->
                rows.put(
                    (Long) row[0],
                    new ContentRow(
                        (Long) row[0], (Long) row[1], Optional.ofNullable((String) row[2]))));
    return rows;
  }

  /** Mail of one time is often side by side. */
  private static TypedQuery<Object[]> query(List<Long> ids, EntityManager entities) {
    long first = ids.get(0);
    long last = ids.get(ids.size() - 1);
    if (last - first + 1 == ids.size()) {
      return entities
          .createQuery(SELECT + "between :first and :last", Object[].class)
          .setParameter("first", first)
          .setParameter("last", last);
    }
    return entities.createQuery(SELECT + "in (:ids)", Object[].class).setParameter("ids", ids);
  }
}
