package org.mailroom.sessions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.AddressKey;
import org.mailroom.hub.Listeners;
import org.mailroom.mail.Address;
import org.mailroom.transport.OpenSession;

/** The sessions of this hub, of all its listeners. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sessions {

  private static final String ACTION = "end session";

  private Listeners listeners;
  private Audit audit;
  private Clock clock;

  /** For the server. */
  protected Sessions() {}

  /** Those on these listeners. */
  @Inject
  public Sessions(Listeners listeners, Audit audit, Clock clock) {
    this.listeners = listeners;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that go on now: by listener, the oldest first. */
  public List<SessionRow> list() {
    Instant now = clock.instant();
    List<SessionRow> rows = new ArrayList<>();
    listeners
        .sessions()
        .forEach(
            (name, sessions) ->
                sessions.now().forEach(session -> rows.add(SessionRow.of(name, session, now))));
    return rows;
  }

  /** Those of a user, by the address of the account. */
  public List<SessionRow> of(Address user) {
    return list().stream().filter(row -> isOf(row.user(), user)).toList();
  }

  /**
   * Ends one of a user's own; one of somebody else is none.
   *
   * @return false when there is none such, any more
   */
  public boolean endOwn(Address user, String id) {
    List<OpenSession> meant =
        all().stream()
            .filter(session -> session.id().equals(id) && isOf(session.user(), user))
            .toList();
    return end(meant, AuditedAction.of(user.toString(), ACTION, id + " of " + user, "")) > 0;
  }

  /**
   * Ends one.
   *
   * @return false when there is none such, any more
   */
  public boolean end(String actor, String id, String reason) {
    List<OpenSession> meant = all().stream().filter(session -> session.id().equals(id)).toList();
    String subject = meant.stream().findFirst().flatMap(OpenSession::user).orElse("nobody");
    return end(meant, AuditedAction.of(actor, ACTION, id + " of " + subject, reason)) > 0;
  }

  /**
   * Ends all of a user.
   *
   * @param user the address of the account, as sessions have it
   * @return how many
   */
  public int endAll(String actor, Address user, String reason) {
    List<OpenSession> meant = all().stream().filter(session -> isOf(session.user(), user)).toList();
    return end(meant, AuditedAction.of(actor, ACTION, user.toString(), reason));
  }

  private static boolean isOf(Optional<String> loggedIn, Address user) {
    return loggedIn
        .map(Address::parse)
        .map(AddressKey::of)
        .filter(AddressKey.of(user)::equals)
        .isPresent();
  }

  private List<OpenSession> all() {
    return listeners.sessions().values().stream().flatMap(each -> each.now().stream()).toList();
  }

  private int end(List<OpenSession> sessions, AuditedAction action) {
    if (!sessions.isEmpty()) {
      audit.done(action, sessions.size(), "ended");
      sessions.forEach(OpenSession::end);
    }
    return sessions.size();
  }
}
