package org.mailroom.smtp;

import java.util.List;
import org.mailroom.mail.Domain;

/**
 * The argument of MAIL and RCPT: a path and parameters (RFC 5321, 4.1.1.2 and 4.1.2).
 *
 * <pre>
 * argument    = keyword ":" Path [ SP parameters ]
 * Path        = "&lt;" [ A-d-l ":" ] Mailbox "&gt;"
 * A-d-l       = At-domain *( "," At-domain )
 * At-domain   = "@" Domain
 * </pre>
 *
 * <p>A source route is read and dropped (RFC 5321, appendix C), so that the mailbox alone decides
 * who may send there. White space behind the colon is tolerated; a path without angle brackets, a
 * comment, or a second path is not.
 *
 * @param mailbox what stands between the brackets, without the route; empty for the null path
 * @param parameters in the order given
 */
public record PathArgument(String mailbox, List<EsmtpParameter> parameters) {

  /** Copies the list. */
  public PathArgument {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads an argument.
   *
   * @param keyword {@code FROM} or {@code TO}
   * @throws SmtpSyntaxException with 501 when it has another form
   */
  public static PathArgument parse(String argument, String keyword) throws SmtpSyntaxException {
    int colon = keyword.length();
    if (!argument.regionMatches(true, 0, keyword, 0, colon)
        || argument.length() == colon
        || argument.charAt(colon) != ':') {
      throw syntax("Syntax: " + keyword + ":<address>");
    }
    int open = colon + 1;
    while (open < argument.length() && argument.charAt(open) == ' ') {
      open++;
    }
    if (open == argument.length() || argument.charAt(open) != '<') {
      throw syntax("A path stands between < and >");
    }
    int close = endOfPath(argument, open + 1);
    return new PathArgument(
        withoutRoute(argument.substring(open + 1, close)),
        EsmtpParameter.parseAll(argument, close + 1));
  }

  private static int endOfPath(String text, int start) throws SmtpSyntaxException {
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        i += c == '\\' ? 1 : 0;
      } else if (c == '>') {
        return i;
      } else if (c == '<' || c == ' ') {
        break;
      }
    }
    throw syntax("A path stands between < and >");
  }

  private static String withoutRoute(String path) throws SmtpSyntaxException {
    if (!path.startsWith("@")) {
      return path;
    }
    int colon = path.indexOf(':');
    if (colon < 0) {
      throw syntax("A source route ends with a colon");
    }
    for (String hop : path.substring(0, colon).split(",", -1)) {
      requireAtDomain(hop);
    }
    return path.substring(colon + 1);
  }

  private static void requireAtDomain(String hop) throws SmtpSyntaxException {
    try {
      if (hop.startsWith("@") && !Domain.of(hop.substring(1)).isLiteral()) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // The same as no domain at all.
    }
    throw syntax("A source route has domains, each behind an @");
  }

  private static SmtpSyntaxException syntax(String text) {
    return new SmtpSyntaxException(SmtpReply.of(501, "5.5.2", text));
  }
}
