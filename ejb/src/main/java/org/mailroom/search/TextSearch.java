package org.mailroom.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.MailboxIndex;
import org.mailroom.store.MailboxMessages;
import org.mailroom.text.RequiredText;

/** Says in which messages a text may be. */
@Singleton
public class TextSearch {

  /** So few messages are read as quickly as the index is asked. */
  private static final int FEW = 20;

  private final CurrentIndex current;
  private final MailboxMessages messages;

  /** Asks this index. */
  @Inject
  public TextSearch(CurrentIndex current, MailboxMessages messages) {
    this.current = current;
    this.messages = messages;
  }

  /**
   * Those of some messages that may have a text; all of them when the index can't tell.
   *
   * @throws DatabaseException when the database doesn't answer
   */
  public NumberSet mayContain(MailboxIndex mailbox, NumberSet uids, RequiredText text) {
    Query query = TextQuery.of(text);
    Optional<TextIndex> index = current.get();
    if (index.isEmpty() || TextQuery.isOfAll(query) || uids.count() <= FEW) {
      return uids;
    }
    Optional<Candidates> candidates = candidates(index.get(), query, text);
    return candidates.isEmpty() ? uids : among(mailbox, uids, candidates.get());
  }

  private NumberSet among(MailboxIndex mailbox, NumberSet uids, Candidates candidates) {
    NumberSet.Builder some = new NumberSet.Builder();
    NumberSet.Builder others = new NumberSet.Builder();
    mailbox.visit(
        uids,
        message -> {
          (candidates.has(message.contentId()) ? some : others).add(message.uid());
          return true;
        });
    if (candidates.mayBeInTrace()) {
      messages.visitTraces(
          mailbox,
          others.build(),
          (uid, trace) -> {
            if (candidates.isIn(trace)) {
              some.add(uid);
            }
          });
    }
    return some.build();
  }

  /** Empty when the index can't be read. A file that was cut off under it is an internal error. */
  private static Optional<Candidates> candidates(TextIndex index, Query query, RequiredText text) {
    try {
      return Optional.of(Candidates.of(index, query, text));
    } catch (IOException | RuntimeException | InternalError e) {
      index.tellBroken();
      return Optional.empty();
    }
  }
}
