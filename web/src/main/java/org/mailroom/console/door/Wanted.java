package org.mailroom.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page that somebody wanted before they were asked to sign in: always one of this console. */
final class Wanted {

  /** As the sign-in page hands it on. */
  static final String PARAMETER = "next";

  private static final String HOME = "/";

  private Wanted() {}

  /** What the request asks for; a page can be asked for again, what was sent to it is gone. */
  static String by(HttpServletRequest request) {
    String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The address in the parameter, or the first page when it leads elsewhere. */
  static String sound(String address) {
    return address != null && address.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}")
        ? address
        : HOME;
  }

  /** The address of the sign-in page that leads back there. */
  static String signIn(String reason, String address) {
    return "/login.xhtml?"
        + (reason.isEmpty() ? "" : "failed=" + reason + "&")
        + PARAMETER
        + "="
        + URLEncoder.encode(sound(address), StandardCharsets.UTF_8);
  }
}
