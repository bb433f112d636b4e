package org.mailroom.pop3;

/** What the server says. No answer repeats what the client sent. */
final class Answers {

  static final Answer GREETING = Answer.ok("Mailroom is ready");
  static final Answer DONE = Answer.ok("Done");
  static final Answer PASSWORD_NEXT = Answer.ok("The password, please");
  static final Answer CAPABILITIES = Answer.ok("Capabilities follow");
  static final Answer START_TLS = Answer.ok("Ready to start TLS");
  static final Answer MESSAGE_FOLLOWS = Answer.ok("The message follows");
  static final Answer LIST_FOLLOWS = Answer.ok("The list follows");
  static final Answer DELETED = Answer.ok("Deleted at QUIT");
  static final Answer UTF8 = Answer.ok("UTF-8 it is");
  static final Answer BYE = Answer.ok("Bye");

  static final Answer NOT_DELETED =
      Answer.error("[SYS/TEMP] Nothing could be deleted, try again later");
  static final Answer NOT_READ = Answer.error("[SYS/TEMP] The message can't be read now");
  static final Answer UNAVAILABLE =
      Answer.error("[SYS/TEMP] The mailbox is not available, try again later");
  static final Answer NO_MAILDROP = Answer.error("[SYS/PERM] This user has no mailbox here");
  static final Answer IN_USE = Answer.error("[IN-USE] Another session has the mailbox");
  static final Answer LOGIN_FAILED = Answer.error("[AUTH] Authentication failed");
  static final Answer LOGIN_LOCKED =
      Answer.error("[SYS/TEMP] Authentication failed too often, try again later");
  static final Answer LOGIN_NEEDS_TLS = Answer.error("[AUTH] Begin TLS first, with STLS");
  static final Answer BAD_LOGIN = Answer.error("[AUTH] The response makes no sense");
  static final Answer LOGIN_CANCELLED = Answer.error("Authentication cancelled");
  static final Answer NOT_BASE64 = Answer.error("A response is in base64");
  static final Answer UNKNOWN_MECHANISM = Answer.error("Mechanism not known here");
  static final Answer USER_FIRST = Answer.error("Send USER first");

  static final Answer UNKNOWN_COMMAND = Answer.error("Command not recognized");
  static final Answer LOGIN_FIRST = Answer.error("Log in first");
  static final Answer LOGGED_IN = Answer.error("Logged in already");
  static final Answer NO_ARGUMENT = Answer.error("This command has no argument");
  static final Answer BAD_ARGUMENT = Answer.error("The argument is not of this command");
  static final Answer NO_MESSAGE = Answer.error("No such message");
  static final Answer MALFORMED_LINE =
      Answer.error("A line ends with CRLF and has no bare CR, bare LF or NUL");
  static final Answer LINE_TOO_LONG = Answer.error("Line too long");
  static final Answer TLS_BEGUN = Answer.error("TLS has begun already");
  static final Answer NO_TLS = Answer.error("There is no TLS here");
  static final Answer TOO_EARLY = Answer.error("Wait for the answer, closing");

  static final Answer TOO_MANY_CONNECTIONS =
      Answer.error("[SYS/TEMP] Too many connections, try again later");
  static final Answer STOPPING = Answer.error("[SYS/TEMP] Closing down, try again later");
  static final Answer ENDED = Answer.error("[SYS/TEMP] An administrator has ended this session");
  static final Answer TIMEOUT = Answer.error("Timeout, closing");
  static final Answer TOO_MANY_ERRORS = Answer.error("Too many errors, closing");
  static final Answer TOO_MANY_LOGINS = Answer.error("[AUTH] Authentication failed, closing");
  static final Answer FAULT = Answer.error("[SYS/TEMP] Internal error, closing");

  private Answers() {}
}
