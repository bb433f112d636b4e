package org.mailroom.it.peer;

/** The points of a dialogue at which a next hop can do something else than usual. */
public enum Stage {
  /** A connection was accepted; the greeting is the answer. */
  GREETING("220 nexthop.test ESMTP"),
  EHLO("250 nexthop.test"),
  HELO("250 nexthop.test"),
  STARTTLS("220 2.0.0 go ahead"),
  /** AUTH with its initial response. */
  AUTH("235 2.7.0 welcome"),
  MAIL("250 2.1.0 sender ok"),
  RCPT("250 2.1.5 recipient ok"),
  DATA("354 go ahead"),
  /** Some of the content came; anything but a pause drops the rest. */
  BODY(""),
  /** The final dot. */
  DOT("250 2.0.0 taken"),
  RSET("250 2.0.0 reset"),
  NOOP("250 2.0.0 still here"),
  QUIT("221 2.0.0 bye");

  private final String usual;

  Stage(String usual) {
    this.usual = usual;
  }

  /** What a next hop answers when the script says nothing. */
  public String usualReply() {
    return usual;
  }
}
