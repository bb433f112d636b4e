package org.mailroom.imap.session;

import java.util.Optional;
import org.mailroom.imap.MailboxException;

/**
 * What a command came to (RFC 9051, 7.1).
 *
 * <pre>
 * response-tagged = tag SP ( "OK" / "NO" / "BAD" ) SP [ "[" resp-text-code "]" SP ] text CRLF
 * </pre>
 *
 * @param code empty for none
 * @param text in ASCII; never what the client sent
 */
record Completion(Kind kind, Optional<String> code, String text) {

  /** How it went. */
  enum Kind {
    OK,
    NO,
    BAD
  }

  static final Completion DONE = ok("Done");

  /** For a command that has told its completion itself. */
  static final Completion NONE = ok("");

  static Completion ok(String text) {
    return new Completion(Kind.OK, Optional.empty(), text);
  }

  static Completion ok(String code, String text) {
    return new Completion(Kind.OK, Optional.of(code), text);
  }

  static Completion no(String code, String text) {
    return new Completion(Kind.NO, Optional.of(code), text);
  }

  static Completion bad(String text) {
    return new Completion(Kind.BAD, Optional.empty(), text);
  }

  /** A mailbox can't be had. */
  static Completion of(MailboxException refusal) {
    return no(refusal.reason().name(), refusal.getMessage());
  }

  /** The same for a target, which the client may create and try again (RFC 9051, 7.1). */
  static Completion ofTarget(MailboxException refusal) {
    return refusal.reason() == MailboxException.Reason.NONEXISTENT
        ? no("TRYCREATE", refusal.getMessage())
        : of(refusal);
  }

  /** With its code, behind the tag. */
  String line() {
    return kind + " " + code.map(c -> "[" + c + "] ").orElse("") + text;
  }
}
