package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.imap.FetchTexts;
import org.mailroom.mime.StructureText;

/**
 * A content, as it is read with others.
 *
 * @param size octets
 * @param structure empty when it was not to be read, and for a large one, which is read when it is
 *     asked for
 * @param texts empty when they were not to be read, or aren't kept
 */
record ContentRow(
    long id, long size, Optional<StructureText> structure, Optional<FetchTexts> texts) {

  private static final String SMALL_STRUCTURE = "case when length(c.structure) <= 16384";
  private static final String STRUCTURE = SMALL_STRUCTURE + " then c.structure end";
  private static final String STRUCTURE_WITHOUT_TEXTS =
      SMALL_STRUCTURE + " and c.envelope is null then c.structure end";
  private static final String TEXTS = ", c.envelope, c.bodyStructure";

  /**
   * Contents by their ids; those that aren't there are left out.
   *
   * @param ids ascending, at least one
   */
  static Map<Long, ContentRow> read(List<Long> ids, Reading reading, EntityManager entities) {
    Map<Long, ContentRow> rows = new HashMap<>();
    query(select(reading), ids, entities)
        .getResultList()
        .forEach(row -> rows.put((Long) row[0], of(row, reading.texts())));
    return rows;
  }

  private static ContentRow of(Object[] row, boolean withTexts) {
    return new ContentRow(
        (Long) row[0],
        (Long) row[1],
        Optional.ofNullable((String) row[2]).map(StructureText::kept),
        withTexts && row[3] != null
            ? Optional.of(new FetchTexts((String) row[3], (String) row[4]))
            : Optional.empty());
  }

  private static String select(Reading reading) {
    return "select c.id, c.size, "
        + (reading.texts() && !reading.structures() ? STRUCTURE_WITHOUT_TEXTS : STRUCTURE)
        + (reading.texts() ? TEXTS : "")
        + " from MessageContent c where c.id ";
  }

  /** Mail of one time is often side by side. */
  private static TypedQuery<Object[]> query(String select, List<Long> ids, EntityManager entities) {
    long first = ids.get(0);
    long last = ids.get(ids.size() - 1);
    if (last - first + 1 == ids.size()) {
      return entities
          .createQuery(select + "between :first and :last", Object[].class)
          .setParameter("first", first)
          .setParameter("last", last);
    }
    return entities.createQuery(select + "in (:ids)", Object[].class).setParameter("ids", ids);
  }
}
