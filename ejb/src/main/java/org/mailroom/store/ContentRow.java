package org.mailroom.store;

import jakarta.persistence.EntityManager;
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

  private static final String TEXTS =
      "select t.contentId, t.size, t.envelope, t.bodyStructure from ContentText t"
          + " where t.contentId ";
  private static final String STRUCTURES =
      "select c.id, c.size, c.smallStructure, case when c.smallStructure is null and"
          + " length(c.longStructure) <= "
          + MessageContent.SMALL_STRUCTURE
          + " then c.longStructure end from MessageContent c where c.id ";

  /**
   * Contents by their ids; those that aren't there are left out.
   *
   * @param ids ascending, at least one
   */
  static Map<Long, ContentRow> read(List<Long> ids, Reading reading, EntityManager entities) {
    Map<Long, ContentRow> rows = reading.texts() ? texts(ids, entities) : new HashMap<>();
    List<Long> others =
        reading.structures() ? ids : ids.stream().filter(id -> !rows.containsKey(id)).toList();
    if (!others.isEmpty()) {
      rows(STRUCTURES, others, entities)
          .forEach(row -> rows.merge((Long) row[0], structure(row), ContentRow::with));
    }
    return rows;
  }

  private static Map<Long, ContentRow> texts(List<Long> ids, EntityManager entities) {
    Map<Long, ContentRow> rows = HashMap.newHashMap(ids.size());
    rows(TEXTS, ids, entities).forEach(row -> rows.put((Long) row[0], texts(row)));
    return rows;
  }

  private static ContentRow texts(Object[] row) {
    FetchTexts texts = new FetchTexts((byte[]) row[2], (byte[]) row[3]);
    return new ContentRow((Long) row[0], (Long) row[1], Optional.empty(), Optional.of(texts));
  }

  private static ContentRow structure(Object[] row) {
    String text = (String) (row[2] == null ? row[3] : row[2]);
    Optional<StructureText> structure = Optional.ofNullable(text).map(StructureText::kept);
    return new ContentRow((Long) row[0], (Long) row[1], structure, Optional.empty());
  }

  /** With the structure of the other. */
  private ContentRow with(ContentRow other) {
    return new ContentRow(id, size, other.structure, texts);
  }

  /** Mail of one time is often side by side. */
  private static List<Object[]> rows(String select, List<Long> ids, EntityManager entities) {
    long first = ids.get(0);
    long last = ids.get(ids.size() - 1);
    if (last - first + 1 == ids.size()) {
      return entities
          .createQuery(select + "between :first and :last", Object[].class)
          .setParameter("first", first)
          .setParameter("last", last)
          .getResultList();
    }
    return entities
        .createQuery(select + "in (:ids)", Object[].class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
