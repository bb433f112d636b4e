package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.Address;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.WaitingMail;
import org.mailroom.store.MailStore;

/**
 * Moderators decide by mail. The mail that waits for them is deferred as any other; each attempt
 * looks here for a decision, and a decision makes it due. They are asked once, by a mail whose
 * answer lets it through: its address has a token, and it must come from one of them ({@link
 * ModerationAddress#isRefused}). A crash may ask them twice, for the same decision.
 */
@Singleton
public class Moderation {

  private static final String LETTERS = "abcdefghjkmnpqrstvwxyz0123456789";
  private static final int TOKEN = 12;

  private final Database database;
  private final QueueIndex index;
  private final WaitingMail waiting;
  private final ApprovalRequests requests;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Decisions in this database about the mail in this queue. */
  @Inject
  public Moderation(
      Database database,
      QueueIndex index,
      WaitingMail waiting,
      ApprovalRequests requests,
      Clock clock) {
    this.database = database;
    this.index = index;
    this.waiting = waiting;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * How it stands with a part; its moderators are asked if they have not been.
   *
   * @throws DatabaseException when the database doesn't answer
   * @throws IOException when the mail can't be read
   */
  ModeratedMail ask(QueuedMail mail, Address list, List<Address> moderators) throws IOException {
    ModeratedMail row = database.change(entities -> findOrAdd(mail, entities));
    if (!row.asked()) {
      requests.send(mail, list, moderators, row.token());
      database.change(
          entities -> {
            entities.find(ModeratedMail.class, row.partKey()).noteAsked();
            return row;
          });
    }
    return row;
  }

  private ModeratedMail findOrAdd(QueuedMail mail, EntityManager entities) {
    ModeratedMail known = entities.find(ModeratedMail.class, mail.key());
    if (known != null) {
      return known;
    }
    ModeratedMail row = new ModeratedMail(mail.key(), newToken(), clock.instant());
    entities.persist(row);
    return row;
  }

  private String newToken() {
    StringBuilder token = new StringBuilder(TOKEN);
    for (int i = 0; i < TOKEN; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  /**
   * A moderator has decided: the mail is due.
   *
   * @param by the reverse-path of the moderator's mail
   * @return false when there is no such mail
   * @throws DatabaseException when the database doesn't answer
   */
  boolean decide(ModerationAddress what, ReversePath by) {
    Optional<String> part =
        database.change(
            entities ->
                entities
                    .createQuery(
                        "select m from ModeratedMail m where m.token = :token", ModeratedMail.class)
                    .setParameter("token", what.token())
                    .getResultStream()
                    .findFirst()
                    .map(
                        row -> {
                          row.decide(what.decision(), by.toString());
                          return row.partKey();
                        }));
    part.flatMap(index::find).ifPresent(entry -> waiting.deliverPartsNow(List.of(entry)));
    return part.isPresent();
  }

  /** Forgets decisions of long ago. */
  public void clean() {
    database.change(
        entities ->
            entities
                .createQuery("delete from ModeratedMail m where m.created < :time")
                .setParameter("time", clock.instant().minus(MailStore.FILINGS_KEPT))
                .executeUpdate());
  }
}
