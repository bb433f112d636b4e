package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.sasl.Mechanism;
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

  private static final String MECHANISMS =
      Stream.of(Mechanism.values())
          .map(Mechanism::key)
          .collect(Collectors.joining(" ", "AUTH ", ""));

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
    List<String> lines = name.extended() ? extensions(session) : List.of(session.hostname());
    session.reply(new SmtpReply(250, Optional.empty(), lines));
  }

  @Override
  public boolean isIdle() {
    return true;
  }

  private static List<String> extensions(SmtpServerSession session) {
    SmtpServerLimits limits = session.limits();
    List<String> lines = new ArrayList<>(11);
    lines.add(session.hostname());
    lines.add("PIPELINING");
    lines.add("SIZE " + limits.messageSize());
    lines.add("8BITMIME");
    lines.add("SMTPUTF8");
    lines.add("ENHANCEDSTATUSCODES");
    lines.add("DSN");
    lines.add("CHUNKING");
    if (session.wire().offersTls()) {
      lines.add("STARTTLS");
    }
    if (session.wire().tls().isPresent() && session.policy().logins().isPresent()) {
      lines.add(MECHANISMS);
    }
    lines.add("LIMITS RCPTMAX=" + limits.recipients() + " MAILMAX=" + limits.mailsPerConnection());
    return lines;
  }
}
