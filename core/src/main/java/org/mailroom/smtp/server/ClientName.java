package org.mailroom.smtp.server;

/**
 * How a client has introduced itself.
 *
 * @param text what it called itself, fit for a trace field
 * @param extended true for EHLO
 */
record ClientName(String text, boolean extended) {

  private static final int MAX_LENGTH = 255;
  private static final String PUNCTUATION = "-._:[]";

  /**
   * Takes any name without white space: many clients have one that is no domain, and RFC 5321,
   * 4.1.4 wants no mail refused for it. What could not stand in a trace field becomes a question
   * mark.
   *
   * @throws IllegalArgumentException for no name, two, or one of more than 255 characters
   */
  static ClientName of(String text, boolean extended) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A client's name has 1 to 255 characters");
    }
    StringBuilder name = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        throw new IllegalArgumentException("A client's name has no white space");
      }
      name.append(isPlain(c) ? c : '?');
    }
    return new ClientName(name.toString(), extended);
  }

  /** The keyword behind {@code with} in a trace field (RFC 3848; RFC 6531, 4.3). */
  String protocol(boolean smtpUtf8, boolean tls, boolean loggedIn) {
    if (!extended) {
      return "SMTP";
    }
    return (smtpUtf8 ? "UTF8SMTP" : "ESMTP") + (tls ? "S" : "") + (loggedIn ? "A" : "");
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || PUNCTUATION.indexOf(c) >= 0;
  }
}
