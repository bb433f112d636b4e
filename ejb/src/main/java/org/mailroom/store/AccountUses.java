package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

/**
 * What accounts use, from memory: reception asks at each RCPT and must not wait for the database.
 * May be some seconds old where another hub files into the same database; filing itself asks the
 * database.
 */
@Singleton
public class AccountUses {

  private final Database database;
  private volatile Map<Long, AccountUse> uses = new ConcurrentHashMap<>();

  /** Of the accounts in this database. */
  @Inject
  public AccountUses(Database database) {
    this.database = database;
  }

  /** What the account uses, as far as is known. */
  public AccountUse of(long account) {
    return uses.getOrDefault(account, AccountUse.NOTHING);
  }

  void note(long account, AccountUse use) {
    uses.put(account, use);
  }

  /**
   * Reads all of them anew.
   *
   * @throws DatabaseException when the database doesn't answer; what was known stays
   */
  public void refresh() {
    List<MailAccount> accounts =
        database.read(
            entities ->
                entities
                    .createQuery("select a from MailAccount a", MailAccount.class)
                    .getResultList());
    Map<Long, AccountUse> read = HashMap.newHashMap(accounts.size());
    accounts.forEach(account -> read.put(account.accountId(), account.use()));
    uses = new ConcurrentHashMap<>(read);
  }
}
