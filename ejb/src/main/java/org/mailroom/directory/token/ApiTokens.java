package org.mailroom.directory.token;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.Database;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.change.Requester;
import org.mailroom.settings.Secret;

/** Makes tokens, finds and removes them. */
@Singleton
public class ApiTokens {

  private static final int RANDOM_OCTETS = 32;
  private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** Those of tokens. The others are about an account of one's own, or a domain. */
  public static final List<Role> ROLES =
      List.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.HELP_DESK, Role.AUDITOR);

  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The tokens in this database. */
  @Inject
  public ApiTokens(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @return what proves it, which nobody can be told again
   * @throws DirectoryException when there is one of the name, or none can be of it
   */
  public Secret add(String name, Role role, Requester who) throws DirectoryException {
    if (!name.matches(FORM)) {
      throw DirectoryException.of(Why.UNSOUND, DirectoryReason.TOKEN_NAME.about());
    }
    if (!ROLES.contains(role)) {
      throw DirectoryException.of(
          Why.UNSOUND,
          DirectoryReason.TOKEN_ROLE.about(
              String.join(", ", ROLES.stream().map(Role::key).toList())));
    }
    Secret secret = secret();
    ApiToken token = new ApiToken(name, role, who.actor(), clock.instant());
    boolean added =
        database.change(
            entities -> {
              if (entities.find(TokenRow.class, name) != null) {
                return false;
              }
              AuditedAction action =
                  AuditedAction.of(who.actor(), "add token", name, who.reason())
                      .from("", "role=" + role.key());
              audit.done(entities, action, 1, "done");
              entities.persist(new TokenRow(token, hash(secret.value())));
              return true;
            });
    if (!added) {
      throw DirectoryException.of(Why.CONFLICT, DirectoryReason.TOKEN_THERE.about(name));
    }
    return secret;
  }

  /**
   * Removes a token: it opens nothing any more.
   *
   * @throws DirectoryException when there is none of the name
   */
  public void remove(String name, Requester who) throws DirectoryException {
    boolean removed =
        database.change(
            entities -> {
              TokenRow row = entities.find(TokenRow.class, name);
              if (row == null) {
                return false;
              }
              audit.done(
                  entities,
                  AuditedAction.of(who.actor(), "remove token", name, who.reason()),
                  1,
                  "done");
              entities.remove(row);
              return true;
            });
    if (!removed) {
      throw DirectoryException.of(Why.MISSING, DirectoryReason.TOKEN_NOT_THERE.about(name));
    }
  }

  /** All of them by name. */
  public List<ApiToken> list() {
    return database.read(
        entities ->
            entities
                .createQuery("select t from TokenRow t order by t.name", TokenRow.class)
                .getResultList()
                .stream()
                .map(TokenRow::value)
                .toList());
  }

  /** The token that a secret proves. */
  public Optional<ApiToken> find(String secret) {
    String hash = hash(secret);
    return database.read(
        entities ->
            entities
                .createQuery("select t from TokenRow t where t.hash = :hash", TokenRow.class)
                .setParameter("hash", hash)
                .getResultStream()
                .filter(row -> row.isProvedBy(hash))
                .map(TokenRow::value)
                .findAny());
  }

  private Secret secret() {
    byte[] octets = new byte[RANDOM_OCTETS];
    random.nextBytes(octets);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
  }

  /** Nobody can try 256 random bits, so a plain hash will do. */
  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
