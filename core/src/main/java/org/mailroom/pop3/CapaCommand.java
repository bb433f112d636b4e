package org.mailroom.pop3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * CAPA tells what the server can (RFC 2449, 5).
 *
 * <pre>
 * capa = "CAPA" CRLF
 * </pre>
 */
record CapaCommand() implements Command {

  static CapaCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new CapaCommand();
  }

  @Override
  public When when() {
    return When.ALWAYS;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    List<String> lines = new ArrayList<>(List.of("TOP", "UIDL", "PIPELINING", "RESP-CODES"));
    lines.addAll(List.of("AUTH-RESP-CODE", "EXPIRE NEVER", "UTF8 USER", "IMPLEMENTATION Mailroom"));
    if (session.mayLogIn()) {
      lines.add("USER");
      lines.add("SASL " + AuthCommand.MECHANISMS);
    }
    if (session.wire().offersTls()) {
      lines.add("STLS");
    }
    session.answer(Answers.CAPABILITIES);
    session.writeLines(lines);
  }
}
