package org.mailroom.store;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.database.Database;

/**
 * Changes the mail of an account: in one database transaction that holds its row, and when that is
 * on the disk, what is known in memory, and the news.
 */
final class AccountChanges {

  private final Database database;
  private final AccountUses uses;
  private final MailboxNews news;

  private record Done<T>(T result, AccountUse use, Map<Long, Long> news) {}

  AccountChanges(Database database, AccountUses uses, MailboxNews news) {
    this.database = database;
    this.uses = uses;
    this.news = news;
  }

  /** Changes something: all of it, or nothing. */
  <T> T change(long account, Function<HeldAccount, T> work) {
    Done<T> done =
        database.change(
            entities -> {
              HeldAccount held = new HeldAccount(entities, account);
              T result = work.apply(held);
              return new Done<>(result, held.row().use(), held.news());
            });
    uses.note(account, done.use());
    done.news().forEach(news::publish);
    return done.result();
  }

  void run(long account, Consumer<HeldAccount> work) {
    change(
        account,
        held -> {
          work.accept(held);
          return true;
        });
  }

  /** Reads several things that belong together: nobody changes the account meanwhile. */
  <T> T read(long account, Function<HeldAccount, T> work) {
    return database.read(entities -> work.apply(new HeldAccount(entities, account)));
  }
}
