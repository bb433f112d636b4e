package org.mailroom.console.own;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.console.Phrases;
import org.mailroom.console.sessions.SessionLine;
import org.mailroom.database.DatabaseException;
import org.mailroom.sessions.Sessions;

/** The sessions of one's own account, and the end of each. */
@Named
@RequestScoped
public class MySessionsView {

  @Inject private OwnAccount own;
  @Inject private Sessions sessions;
  @Inject private Appearance appearance;
  @Inject private Clock clock;

  private Notice notice = Notice.NONE;

  /** Those that go on now. */
  public List<SessionLine> getLines() {
    Phrases phrases = phrases();
    return own.find().stream()
        .flatMap(account -> sessions.of(account.address()).stream())
        .map(row -> SessionLine.of(row, phrases))
        .toList();
  }

  /** Ends one. */
  public void end(String id) {
    try {
      boolean ended = sessions.endOwn(own.toChange().address(), id);
      notice =
          ended
              ? Notice.good(phrases().text("sessions.ended", 1))
              : Notice.bad(phrases().text("sessions.gone"));
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
    }
  }

  /** Reads them anew, as everything of this request does. */
  public void refresh() {
    // What is shown is read when it is rendered.
  }

  /** What came of it. */
  public Notice getNotice() {
    return notice;
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
