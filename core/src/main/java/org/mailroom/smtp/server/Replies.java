package org.mailroom.smtp.server;

import java.util.List;
import java.util.Optional;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.QueueId;
import org.mailroom.smtp.SmtpReply;

/** What the server says. No reply repeats what the client sent. */
final class Replies {

  private static final Optional<EnhancedStatusCode> SUCCESS =
      Optional.of(EnhancedStatusCode.of("2.0.0"));

  static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "Ok");
  static final SmtpReply SENDER_OK = SmtpReply.of(250, "2.1.0", "Ok");
  static final SmtpReply RECIPIENT_OK = SmtpReply.of(250, "2.1.5", "Ok");
  static final SmtpReply START_CONTENT = SmtpReply.of(354, "End data with <CR><LF>.<CR><LF>");
  static final SmtpReply START_TLS = SmtpReply.of(220, "2.0.0", "Ready to start TLS");
  static final SmtpReply LOGIN_OK = SmtpReply.of(235, "2.7.0", "Authentication succeeded");
  static final SmtpReply BYE = SmtpReply.of(221, "2.0.0", "Bye");
  static final SmtpReply CANNOT_VERIFY =
      SmtpReply.of(252, "2.5.2", "Send some mail, and it will be delivered if it can be");
  static final SmtpReply HELP =
      SmtpReply.of(
          214,
          "2.0.0",
          "EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP QUIT VRFY HELP; see RFC 5321");

  static final SmtpReply TOO_MANY_CONNECTIONS =
      SmtpReply.of(421, "4.3.2", "Too many connections, try again later");
  static final SmtpReply STOPPING = SmtpReply.of(421, "4.3.2", "Closing down, try again later");
  static final SmtpReply ENDED =
      SmtpReply.of(421, "4.3.2", "An administrator has ended this session");
  static final SmtpReply TIMEOUT = SmtpReply.of(421, "4.4.2", "Timeout, closing");
  static final SmtpReply TOO_SLOW = SmtpReply.of(421, "4.4.2", "Too slow, closing");
  static final SmtpReply SESSION_TOO_LONG = SmtpReply.of(421, "4.4.2", "Session too long, closing");
  static final SmtpReply TOO_MANY_ERRORS = SmtpReply.of(421, "4.7.0", "Too many errors, closing");
  static final SmtpReply TOO_MANY_MAILS =
      SmtpReply.of(421, "4.7.0", "Enough mails for one connection, closing");
  static final SmtpReply TOO_MANY_REFUSED =
      SmtpReply.of(421, "4.7.0", "Too many refused recipients, closing");
  static final SmtpReply TOO_MANY_LOGINS =
      SmtpReply.of(421, "4.7.0", "Authentication failed too often, closing");
  static final SmtpReply FAULT = SmtpReply.of(421, "4.3.0", "Internal error, closing");

  static final SmtpReply NOT_TAKEN =
      SmtpReply.of(451, "4.3.0", "The mail could not be taken, try again later");
  static final SmtpReply NO_ROOM = SmtpReply.of(452, "4.3.1", "Insufficient system storage");
  static final SmtpReply TOO_MANY_RECIPIENTS = SmtpReply.of(452, "4.5.3", "Too many recipients");

  static final SmtpReply LOGIN_LOCKED =
      SmtpReply.of(454, "4.7.0", "Authentication failed too often, try again later");

  static final SmtpReply UNKNOWN_COMMAND = SmtpReply.of(500, "5.5.1", "Command not recognized");
  static final SmtpReply MALFORMED_LINE =
      SmtpReply.of(500, "5.5.2", "A line ends with CRLF and has no bare CR, bare LF or NUL");
  static final SmtpReply LINE_TOO_LONG = SmtpReply.of(500, "5.5.2", "Line too long");
  static final SmtpReply NO_ARGUMENT = SmtpReply.of(501, "5.5.4", "This command has no argument");
  static final SmtpReply NO_NAME = SmtpReply.of(501, "5.5.4", "Syntax: EHLO or HELO hostname");
  static final SmtpReply NO_USER = SmtpReply.of(501, "5.5.4", "Syntax: VRFY address");
  static final SmtpReply BDAT_SYNTAX = SmtpReply.of(501, "5.5.4", "Syntax: BDAT octets [LAST]");
  static final SmtpReply BAD_VALUE = SmtpReply.of(501, "5.5.4", "A parameter has a wrong value");
  static final SmtpReply NO_MECHANISM =
      SmtpReply.of(501, "5.5.4", "Syntax: AUTH mechanism [initial-response]");
  static final SmtpReply NOT_BASE64 = SmtpReply.of(501, "5.5.2", "A response is in base64");
  static final SmtpReply LOGIN_CANCELLED = SmtpReply.of(501, "5.7.0", "Authentication cancelled");
  static final SmtpReply BAD_LOGIN = SmtpReply.of(501, "5.5.2", "Malformed authentication");
  static final SmtpReply LOGIN_LINE_TOO_LONG =
      SmtpReply.of(500, "5.5.6", "Authentication exchange line is too long");
  static final SmtpReply BAD_SENDER = SmtpReply.of(501, "5.1.7", "Bad sender address syntax");
  static final SmtpReply BAD_RECIPIENT = SmtpReply.of(501, "5.1.3", "Bad recipient address syntax");
  static final SmtpReply NOT_IMPLEMENTED = SmtpReply.of(502, "5.5.1", "Command not implemented");
  static final SmtpReply HELLO_FIRST = SmtpReply.of(503, "5.5.1", "Send EHLO first");
  static final SmtpReply MAIL_FIRST = SmtpReply.of(503, "5.5.1", "Send MAIL first");
  static final SmtpReply NESTED_MAIL = SmtpReply.of(503, "5.5.1", "A mail has begun already");
  static final SmtpReply CHUNKS_BEGUN = SmtpReply.of(503, "5.5.1", "BDAT has begun already");
  static final SmtpReply TLS_BEGUN = SmtpReply.of(503, "5.5.1", "TLS has begun already");
  static final SmtpReply LOGGED_IN = SmtpReply.of(503, "5.5.1", "Authenticated already");
  static final SmtpReply NESTED_LOGIN =
      SmtpReply.of(503, "5.5.1", "No authentication within a mail");
  static final SmtpReply UNKNOWN_MECHANISM =
      SmtpReply.of(504, "5.5.4", "Authentication mechanism not recognized");
  static final SmtpReply LOGIN_FIRST = SmtpReply.of(530, "5.7.0", "Authentication required");
  static final SmtpReply TLS_FIRST = SmtpReply.of(530, "5.7.0", "Send STARTTLS first");
  static final SmtpReply LOGIN_FAILED =
      SmtpReply.of(535, "5.7.8", "Authentication credentials invalid");
  static final SmtpReply LOGIN_NEEDS_TLS =
      SmtpReply.of(538, "5.7.11", "Encryption required for authentication");
  static final SmtpReply UNKNOWN_PARAMETER =
      SmtpReply.of(555, "5.5.4", "Parameter not recognized or not implemented");

  static final SmtpReply NO_ROUTING =
      SmtpReply.of(550, "5.7.1", "An address with a route in it is not relayed");
  static final SmtpReply NEEDS_SMTPUTF8 =
      SmtpReply.of(553, "5.6.7", "An address beyond ASCII needs SMTPUTF8");
  static final SmtpReply NO_RECIPIENTS = SmtpReply.of(554, "5.5.1", "No valid recipients");
  static final SmtpReply TOO_EARLY = SmtpReply.of(554, "5.5.0", "Wait for the reply, closing");

  static final SmtpReply BARE_LINE_END =
      SmtpReply.of(550, "5.6.0", "Content with a bare CR, bare LF or NUL");
  static final SmtpReply TEXT_LINE_TOO_LONG =
      SmtpReply.of(550, "5.6.0", "Content with too long a line");
  static final SmtpReply MAIL_TOO_LARGE = SmtpReply.of(552, "5.3.4", "Mail too large");
  static final SmtpReply HEADER_TOO_LARGE = SmtpReply.of(552, "5.3.4", "Header too large");
  static final SmtpReply LOOP = SmtpReply.of(554, "5.4.6", "Too many hops: this mail loops");

  private Replies() {}

  static SmtpReply greeting(String hostname) {
    return SmtpReply.of(220, hostname + " ESMTP Mailroom");
  }

  static SmtpReply queuedAs(QueueId id) {
    return new SmtpReply(250, SUCCESS, List.of("Ok: queued as " + id));
  }

  static SmtpReply chunkTaken(long octets) {
    return new SmtpReply(250, SUCCESS, List.of(octets + " octets received"));
  }
}
