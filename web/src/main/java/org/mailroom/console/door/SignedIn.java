package org.mailroom.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.mailroom.login.ConsoleUser;

/** Who has signed in, as their session knows it. */
public final class SignedIn {

  private static final String USER = SignIn.class.getName();

  private SignedIn() {}

  /** The user of the session, if somebody has signed in. */
  public static Optional<ConsoleUser> user(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(USER) instanceof ConsoleUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** Begins the user's session; the name of one before is one that somebody else may know. */
  public static void begin(HttpServletRequest request, ConsoleUser user) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession(true).setAttribute(USER, user);
  }

  static void end(HttpServletRequest request) {
    request.getSession().removeAttribute(USER);
  }
}
