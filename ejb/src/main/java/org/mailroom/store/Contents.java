package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.text.MessageOctets;

/**
 * All contents, whoever has them. Every method throws {@link DatabaseException} when the database
 * doesn't answer.
 */
@Singleton
public class Contents {

  private final Database database;

  /** Those in this database. */
  @Inject
  public Contents(Database database) {
    this.database = database;
  }

  /** The highest id; 0 when there is no content. */
  public long highest() {
    return database.read(
        entities ->
            entities
                .createQuery("select coalesce(max(c.id), 0) from MessageContent c", Long.class)
                .getSingleResult());
  }

  /** Contents of a range of ids, the lowest first; the last is not in it. */
  public List<ContentKey> between(long first, long before) {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select c.id, c.size, c.queueId, coalesce(length(c.longStructure),"
                        + " cast(sql('octet_length(?)', c.smallStructure) as Integer))"
                        + " from MessageContent c"
                        + " where c.id >= :first and c.id < :before order by c.id",
                    Object[].class)
                .setParameter("first", first)
                .setParameter("before", before)
                .getResultList()
                .stream()
                .map(c -> ContentKey.of((Long) c[0], (Long) c[1], (String) c[2], (Integer) c[3]))
                .toList());
  }

  /** A content; empty when it is gone. */
  public Optional<MessageOctets> find(long id) {
    return database
        .read(entities -> Optional.ofNullable(entities.find(MessageContent.class, id)))
        .map(c -> new StoredContent(database, c.id(), c.size(), c.structure()));
  }
}
