package org.mailroom.console.sessions;

import java.util.Locale;
import java.util.Optional;
import org.mailroom.console.Phrases;
import org.mailroom.sessions.SessionRow;

/**
 * A session as a line of the table, in words.
 *
 * @param id names it as long as the hub runs
 * @param listener by its name
 * @param user the address of the account, or empty
 * @param client the address of the client
 * @param port of the client
 * @param age how long it has gone on
 * @param began when it began
 * @param idle how long nothing was said
 * @param secured true under TLS
 */
public record SessionLine(
    String id,
    String listener,
    String user,
    String client,
    int port,
    String age,
    String began,
    String idle,
    boolean secured) {

  /** Of a session. */
  public static SessionLine of(SessionRow row, Phrases phrases) {
    return new SessionLine(
        row.id(),
        row.listener(),
        row.user().orElse(""),
        row.client().getHostAddress(),
        row.port(),
        phrases.age(row.began()),
        phrases.exact(row.began()),
        phrases.length(row.idle()),
        row.isProtected());
  }

  /** True when it is at the listener, with a user or a client that has the text in it. */
  boolean fits(Optional<String> wanted, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return wanted.filter(name -> !name.equals(listener)).isEmpty()
        && (user.toLowerCase(Locale.ROOT).contains(lower) || client.contains(lower));
  }
}
