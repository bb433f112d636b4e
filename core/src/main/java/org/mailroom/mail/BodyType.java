package org.mailroom.mail;

/** What octets a sender announced for the content (RFC 6152, RFC 3030). */
public enum BodyType {
  /** Lines of ASCII; what holds without the BODY parameter. */
  SEVEN_BIT("7BIT"),
  /** Lines with octets above 127. */
  EIGHT_BIT_MIME("8BITMIME");

  private final String keyword;

  BodyType(String keyword) {
    this.keyword = keyword;
  }

  /** The value of the BODY parameter. */
  public String keyword() {
    return keyword;
  }
}
