package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.mime.StructureText;

/**
 * A content, as it is read with others.
 *
 * @param size octets
 * @param structure empty when it was not to be read, and for a large one, which is read when it is
 *     asked for
 * @param envelope what FETCH says; empty when it was not to be read, or isn't kept
 * @param bodyStructure the same of its parts
 * @param octetsRead about so many, of all of these
 */
record ContentRow(
    long id,
    long size,
    Optional<StructureText> structure,
    Optional<byte[]> envelope,
    Optional<byte[]> bodyStructure,
    int octetsRead) {

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
    Map<Long, ContentRow> rows = reading.texts() ? texts(ids, reading, entities) : new HashMap<>();
    List<Long> others =
        reading.structures() ? ids : ids.stream().filter(id -> !rows.containsKey(id)).toList();
    if (!others.isEmpty()) {
      rows(STRUCTURES, others, entities)
          .forEach(row -> rows.merge((Long) row[0], structure(row), ContentRow::with));
    }
    return rows;
  }

  private static Map<Long, ContentRow> texts(
      List<Long> ids, Reading reading, EntityManager entities) {
    List<String> columns = new ArrayList<>(List.of("t.contentId", "t.size"));
    int envelope = column(Detail.ENVELOPE, "t.envelope", reading, columns);
    int bodyStructure = column(Detail.BODY_STRUCTURE, "t.bodyStructure", reading, columns);
    String select =
        "select " + String.join(", ", columns) + " from ContentText t where t.contentId ";
    Map<Long, ContentRow> rows = HashMap.newHashMap(ids.size());
    for (Object[] row : rows(select, ids, entities)) {
      byte[] one = envelope < 0 ? null : (byte[]) row[envelope];
      byte[] other = bodyStructure < 0 ? null : (byte[]) row[bodyStructure];
      ContentRow content =
          new ContentRow(
              (Long) row[0],
              (Long) row[1],
              Optional.empty(),
              Optional.ofNullable(one),
              Optional.ofNullable(other),
              (one == null ? 0 : one.length) + (other == null ? 0 : other.length));
      rows.put(content.id, content);
    }
    return rows;
  }

  /** Its place in the rows, or -1 when nobody wants it. */
  private static int column(Detail detail, String name, Reading reading, List<String> columns) {
    if (!reading.wanted().has(detail)) {
      return -1;
    }
    columns.add(name);
    return columns.size() - 1;
  }

  private static ContentRow structure(Object[] row) {
    String text = (String) (row[2] == null ? row[3] : row[2]);
    return new ContentRow(
        (Long) row[0],
        (Long) row[1],
        Optional.ofNullable(text).map(StructureText::kept),
        Optional.empty(),
        Optional.empty(),
        text == null ? 0 : text.length());
  }

  /** With the structure of the other. */
  private ContentRow with(ContentRow other) {
    return new ContentRow(
        id, size, other.structure, envelope, bodyStructure, octetsRead + other.octetsRead);
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
