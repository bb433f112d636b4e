package org.mailroom.imap.grammar;

import java.io.Serial;

/** A command breaks its grammar, or exceeds a limit: it is answered with BAD. */
public final class ImapSyntaxException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * What is wrong.
   *
   * @param text for the client, in ASCII; never what the client sent
   */
  public ImapSyntaxException(String text) {
    super(text);
  }
}
