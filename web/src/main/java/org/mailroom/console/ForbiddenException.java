package org.mailroom.console;

/** Who is signed in may not do this. */
public class ForbiddenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ForbiddenException(String resource) {
    super("This is not for the roles of who is signed in: " + resource);
  }
}
