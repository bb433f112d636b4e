package org.mailroom.smtp.server;

/** What a listener is for. */
public enum SmtpService {
  /** Mail from anybody (RFC 5321). */
  RELAY(false, false),
  /** Mail of users, who have to log in (RFC 6409). */
  SUBMISSION(true, false),
  /** The same under TLS from the first octet on (RFC 8314, 3.3). */
  SUBMISSIONS(true, true);

  private final boolean needsLogin;
  private final boolean beginsWithTls;

  SmtpService(boolean needsLogin, boolean beginsWithTls) {
    this.needsLogin = needsLogin;
    this.beginsWithTls = beginsWithTls;
  }

  /** True when only users may send mail. */
  boolean needsLogin() {
    return needsLogin;
  }

  /** True when the client begins with a handshake. */
  boolean beginsWithTls() {
    return beginsWithTls;
  }
}
