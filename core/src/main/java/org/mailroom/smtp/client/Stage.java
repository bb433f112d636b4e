package org.mailroom.smtp.client;

import java.util.Locale;

/** Where in the dialogue a next hop answered, or didn't. In the order of the dialogue. */
public enum Stage {
  /** Opening the TCP connection. */
  CONNECT,
  /** The server's greeting. */
  GREETING,
  /** EHLO, and HELO after it. */
  EHLO,
  /** STARTTLS and the TLS handshake. */
  STARTTLS,
  /** AUTH and its responses; also when there is no way to authenticate that is safe. */
  AUTH,
  /** MAIL, and the RSET before it. */
  MAIL,
  RCPT,
  /** The command, up to 354. */
  DATA,
  /**
   * The content and the final dot. Without an answer here nobody knows whether the next hop has
   * taken the mail: sending it again may make a duplicate.
   */
  DOT;

  private final String keyword = name().toLowerCase(Locale.ROOT);

  /** The name in lower case, as diagnoses carry it. */
  public String keyword() {
    return keyword;
  }
}
