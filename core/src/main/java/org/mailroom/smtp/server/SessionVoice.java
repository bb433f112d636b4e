package org.mailroom.smtp.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.mailroom.smtp.CommandLine;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.Overhearing.Voice;

/**
 * Tells what a session says, to whoever listens. Of what the client says, only what SMTP has: a
 * client that takes content for commands would have it shown.
 */
final class SessionVoice {

  private static final String HIDDEN = "***";
  private static final String NOT_SMTP = "(not a command of SMTP)";

  private final Overhearing overhearing;
  private final String session;
  private final InetAddress client;

  SessionVoice(Overhearing overhearing, String session, InetAddress client) {
    this.overhearing = overhearing;
    this.session = session;
    this.client = client;
  }

  void client(CommandLine line) {
    if (overhearing.isOn()) {
      tell(Voice.CLIENT, shown(line));
    }
  }

  void server(SmtpReply reply) {
    if (!overhearing.isOn()) {
      return;
    }
    if (reply.isIntermediate() && reply.code() == 334) {
      tell(Voice.SERVER, reply.code() + " " + HIDDEN);
      return;
    }
    List<String> lines = reply.lines();
    String status = reply.enhanced().map(code -> code + " ").orElse("");
    for (int i = 0; i < lines.size(); i++) {
      String mark = i + 1 < lines.size() ? "-" : " ";
      tell(Voice.SERVER, reply.code() + mark + status + lines.get(i));
    }
  }

  /** Something happened: one of a few words, and what about. */
  void note(String what) {
    if (overhearing.isOn()) {
      tell(Voice.NOTE, what);
    }
  }

  private void tell(Voice voice, String text) {
    overhearing.line(session, client, voice, text);
  }

  static String shown(CommandLine line) {
    String argument = line.argument();
    return switch (line.verb()) {
      case "MAIL" -> path(line, "FROM:");
      case "RCPT" -> path(line, "TO:");
      case "EHLO", "HELO", "BDAT" -> (line.verb() + " " + argument).strip();
      case "AUTH" -> auth(argument);
      case "DATA", "STARTTLS", "RSET", "QUIT", "NOOP", "HELP", "VRFY", "EXPN" -> line.verb();
      default -> NOT_SMTP;
    };
  }

  private static String path(CommandLine line, String keyword) {
    boolean known = line.argument().toUpperCase(Locale.ROOT).startsWith(keyword);
    return line.verb() + " " + (known ? line.argument() : NOT_SMTP);
  }

  private static String auth(String argument) {
    int space = argument.indexOf(' ');
    return space < 0 ? "AUTH " + argument : "AUTH " + argument.substring(0, space) + " " + HIDDEN;
  }
}
