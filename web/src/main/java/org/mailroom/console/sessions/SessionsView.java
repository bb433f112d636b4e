package org.mailroom.console.sessions;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.Address;
import org.mailroom.sessions.Sessions;

/** The Sessions page. Its state is its address: {@code ?listener=imap&q=ann}. */
@Named
@ViewScoped
public class SessionsView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "sessions";

  @Inject private transient Sessions sessions;
  @Inject private transient Clock clock;
  @Inject private Appearance appearance;
  @Inject private Access access;

  private String listener = "";
  private String query = "";
  private String id = "";
  private String user = "";
  private String reason = "";
  private transient List<SessionLine> all;
  private transient Notice notice;

  /** Reads everything anew. */
  public void refresh() {
    Phrases phrases = phrases();
    all = sessions.list().stream().map(row -> SessionLine.of(row, phrases)).toList();
  }

  /** Asks whether one should end. */
  public void ask(SessionLine line) {
    access.requireChange(RESOURCE);
    id = line.id();
    user = line.user();
    reason = "";
  }

  /** Ends it. */
  public void end() {
    access.requireChange(RESOURCE);
    report(() -> sessions.end(access.actor(), id, reason.strip()) ? 1 : 0);
  }

  /** Ends all of its user. */
  public void endAll() {
    access.requireChange(RESOURCE);
    report(() -> sessions.endAll(access.actor(), Address.parse(user), reason.strip()));
  }

  private void report(IntSupplier action) {
    try {
      int count = action.getAsInt();
      notice =
          count == 0
              ? Notice.bad(phrases().text("sessions.gone"))
              : Notice.good(phrases().text("sessions.ended", count));
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
    }
    refresh();
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }

  private SessionList list() {
    if (all == null) {
      refresh();
    }
    return new SessionList(all, listener, query, phrases());
  }

  /** The listeners with their counts; all sessions stand before them. */
  public List<ListenerTile> getTiles() {
    return list().tiles();
  }

  /** The sessions that are asked for, as many as a page has. */
  public List<SessionLine> getLines() {
    return list().lines();
  }

  /** How many more there are, in words, or empty. */
  public String getMore() {
    return list().more();
  }

  /** The session that is talked about. */
  public String getId() {
    return id;
  }

  /** Its user, or empty. */
  public String getUser() {
    return user;
  }

  /** What came of the last action. */
  public Notice getNotice() {
    return notice == null ? Notice.NONE : notice;
  }

  /** The listener in the address. */
  public String getListener() {
    return listener;
  }

  /** Takes the listener from the address. */
  public void setListener(String listener) {
    this.listener = listener == null ? "" : listener;
  }

  /** A piece of a user or client, in the address. */
  public String getQuery() {
    return query;
  }

  /** Takes it from the address. */
  public void setQuery(String query) {
    this.query = query == null ? "" : query;
  }

  /** Why, for the audit. */
  public String getReason() {
    return reason;
  }

  /** Takes why. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
