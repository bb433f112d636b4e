package org.mailroom.api;

import jakarta.ws.rs.core.HttpHeaders;

/** Who asks: the command tells the name of its user, and the token vouches for it. */
final class Actor {

  /** The header that names the actor. */
  static final String HEADER = "Mailroom-Actor";

  private static final String UNNAMED = "command";
  private static final int LONGEST = 100;

  private Actor() {}

  static String of(HttpHeaders headers) {
    String name = headers.getHeaderString(HEADER);
    if (name == null || name.isBlank()) {
      return UNNAMED;
    }
    String clean = name.strip().replaceAll("\\p{C}", "?");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
