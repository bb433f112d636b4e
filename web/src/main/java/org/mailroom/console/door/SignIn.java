package org.mailroom.console.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.mailroom.login.ConsoleAnswer;
import org.mailroom.login.ConsoleLogins;
import org.mailroom.login.ConsoleUser;
import org.mailroom.sasl.ServerStep.PasswordClaim;

/**
 * Lets people in: by the form of the sign-in page first, then by their session. Its address and
 * fields are those of FORM logins, so that the page serves for both.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

  private static final String FORM = "/j_security_check";

  /** Names and passwords are shorter; more is not looked at. */
  private static final int LONGEST = 1000;

  private static final Set<String> FROM_ELSEWHERE = Set.of("cross-site", "same-site");

  @Inject private ConsoleLogins logins;
  @Inject private ServerRealm realm;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      if (isForm(request)) {
        return signIn(request, response);
      }
      Optional<ConsoleUser> user = SignedIn.user(request);
      if (user.isEmpty()) {
        return context.isProtected() ? ask(request, response) : context.doNothing();
      }
      Optional<Set<String>> roles = logins.roles(user.get());
      if (roles.isPresent()) {
        return context.notifyContainerAboutLogin(user.get().name(), roles.get());
      }
      SignedIn.end(request);
      return context.isProtected() ? ask(request, response) : context.doNothing();
    } catch (IOException e) {
      return AuthenticationStatus.SEND_FAILURE;
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getRequestURI().equals(request.getContextPath() + FORM);
  }

  private AuthenticationStatus signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (FROM_ELSEWHERE.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return AuthenticationStatus.SEND_FAILURE;
    }
    String next = Wanted.sound(request.getParameter(Wanted.PARAMETER));
    response.sendRedirect(
        switch (logins.check(ClientAddress.of(request), claim(request), realm)) {
          case ConsoleAnswer.Granted granted -> {
            SignedIn.begin(request, granted.user());
            yield next;
          }
          case ConsoleAnswer.Denied denied -> Wanted.signIn("wrong", next);
          case ConsoleAnswer.TooSoon soon -> Wanted.signIn("soon", next);
          case ConsoleAnswer.Locked locked -> Wanted.signIn("locked", next);
        });
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = Wanted.signIn("", Wanted.by(request));
    if (PartialPage.wantedBy(request)) {
      PartialPage.leadTo(page, response);
    } else {
      response.sendRedirect(page);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static PasswordClaim claim(HttpServletRequest request) {
    return new PasswordClaim(field(request, "j_username").strip(), field(request, "j_password"));
  }

  private static String field(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.length() > LONGEST ? "" : value;
  }
}
