package org.mailroom.directory.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Route;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.srs.SrsKey;

/**
 * The directory in the database. Every method throws {@link DatabaseException} when the database
 * doesn't answer.
 */
@Singleton
public class DirectoryStore {

  private static final DirectoryData EMPTY =
      new DirectoryData(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private static final Rows<MailDomain, DomainRow> DOMAINS =
      new Rows<>(DomainRow.class, DomainRow::new, List.of("aliases"));
  private static final Rows<Account, AccountRow> ACCOUNTS =
      new Rows<>(AccountRow.class, AccountRow::new, List.of("roles", "sendAs", "forwards"));
  private static final Rows<Alias, AliasRow> ALIASES =
      new Rows<>(AliasRow.class, AliasRow::new, List.of("targets"));
  private static final Rows<DistributionList, ListRow> LISTS =
      new Rows<>(ListRow.class, ListRow::new, List.of("members", "owners", "moderators"));
  private static final Rows<Route, RouteRow> ROUTES =
      new Rows<>(RouteRow.class, RouteRow::new, List.of());
  private static final Rows<TrustedNetwork, NetworkRow> NETWORKS =
      new Rows<>(NetworkRow.class, NetworkRow::new, List.of());

  private final Database database;
  private final Audit audit;

  /** The directory in this database. */
  @Inject
  public DirectoryStore(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** How often it was changed; empty before the first start. */
  public Optional<Long> revision() {
    return database.read(
        entities ->
            Optional.ofNullable(entities.find(StateRow.class, StateRow.ONLY))
                .map(StateRow::revision));
  }

  /**
   * All of it.
   *
   * @throws IllegalArgumentException when a row holds no valid value, which this hub never writes
   */
  public Stored load() {
    return database.read(entities -> read(entities, entities.find(StateRow.class, StateRow.ONLY)));
  }

  /** Writes the first directory, into an empty database, with a secret made for it. */
  public Stored begin(Change change) {
    byte[] key = new byte[SrsKey.OCTETS];
    new SecureRandom().nextBytes(key);
    return database.change(
        entities -> {
          StateRow state = new StateRow(key);
          entities.persist(state);
          return write(entities, state, new Stored(0, EMPTY, Map.of(), state.srsKey(), ""), change);
        });
  }

  /**
   * Writes a change, and its entry in the audit.
   *
   * @param before what the change was made of
   * @return what is there now; empty when somebody changed it in between, and nothing was written
   */
  public Optional<Stored> write(Stored before, Change change) {
    return unlessChanged(before, (entities, state) -> write(entities, state, before, change));
  }

  /**
   * Writes whose directory it is, and the entry in the audit.
   *
   * @return what is there now; empty when somebody changed it in between, and nothing was written
   */
  public Optional<Stored> write(Stored before, String organisation, AuditedAction action) {
    return unlessChanged(
        before,
        (entities, state) -> {
          audit.done(entities, action, 1, "done");
          state.belongTo(organisation);
          state.advance();
          entities.flush();
          return stored(state, before.data(), before.passwords());
        });
  }

  private Optional<Stored> unlessChanged(
      Stored before, BiFunction<EntityManager, StateRow, Stored> write) {
    return database.change(
        entities -> {
          StateRow state =
              entities.find(StateRow.class, StateRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
          return state.revision() == before.revision()
              ? Optional.of(write.apply(entities, state))
              : Optional.empty();
        });
  }

  private static Stored stored(
      StateRow state, DirectoryData data, Map<String, StoredPassword> passwords) {
    return new Stored(state.revision(), data, passwords, state.srsKey(), state.organisation());
  }

  /** Nobody has changed the database since {@code before} was read. */
  private Stored write(EntityManager entities, StateRow state, Stored before, Change change) {
    DirectoryData was = before.data();
    DirectoryData after = change.after();
    audit.done(entities, change.action(), change.count(), "done");
    DirectoryData now =
        new DirectoryData(
            DOMAINS.write(entities, was.domains(), after.domains()),
            ACCOUNTS.write(entities, was.accounts(), after.accounts()),
            ALIASES.write(entities, was.aliases(), after.aliases()),
            LISTS.write(entities, was.lists(), after.lists()),
            ROUTES.write(entities, was.routes(), after.routes()),
            NETWORKS.write(entities, was.networks(), after.networks()));
    Map<String, StoredPassword> given = change.passwords();
    ACCOUNTS.of(entities, given.keySet()).forEach(row -> row.take(given.get(row.key())));
    Map<String, StoredPassword> passwords = new HashMap<>(before.passwords());
    passwords.putAll(given);
    passwords
        .keySet()
        .retainAll(now.accounts().stream().map(Account::key).collect(Collectors.toSet()));
    state.advance();
    entities.flush();
    return stored(state, now, passwords);
  }

  private static Stored read(EntityManager entities, StateRow state) {
    Map<String, StoredPassword> passwords = new HashMap<>();
    List<AccountRow> accounts = ACCOUNTS.all(entities);
    accounts.forEach(row -> row.password().ifPresent(one -> passwords.put(row.key(), one)));
    return stored(
        state,
        new DirectoryData(
            values(DOMAINS.all(entities)),
            values(accounts),
            values(ALIASES.all(entities)),
            values(LISTS.all(entities)),
            values(ROUTES.all(entities)),
            values(NETWORKS.all(entities))),
        passwords);
  }

  private static <T extends DirectoryEntry> List<T> values(List<? extends Row<T>> rows) {
    return Rows.sorted(rows.stream().map(Row::value).toList());
  }
}
