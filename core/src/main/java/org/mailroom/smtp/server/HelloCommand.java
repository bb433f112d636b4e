package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * EHLO and HELO (RFC 5321, 4.1.1.1).
 *
 * <pre>
 * ehlo = "EHLO" SP ( Domain / address-literal ) CRLF
 * helo = "HELO" SP Domain CRLF
 * </pre>
 *
 * <p>Any name without white space will do; see {@link ClientName}.
 */
record HelloCommand(ClientName name) implements Command {

  static HelloCommand parse(String argument, boolean extended) throws SmtpSyntaxException {
    try {
      return new HelloCommand(ClientName.of(argument, extended));
    } catch (IllegalArgumentException e) {
      throw new SmtpSyntaxException(Replies.NO_NAME);
    }
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.introduce(name);
    List<String> lines =
        name.extended()
            ? extensions(session.hostname(), session.limits())
            : List.of(session.hostname());
    session.reply(new SmtpReply(250, Optional.empty(), lines));
  }

  @Override
  public boolean isIdle() {
    return true;
  }

  private static List<String> extensions(String hostname, SmtpServerLimits limits) {
    return List.of(
        hostname,
        "PIPELINING",
        "SIZE " + limits.messageSize(),
        "8BITMIME",
        "SMTPUTF8",
        "ENHANCEDSTATUSCODES",
        "DSN",
        "CHUNKING",
        "LIMITS RCPTMAX=" + limits.recipients() + " MAILMAX=" + limits.mailsPerConnection());
  }
}
