package org.mailroom.imap.grammar;

import java.io.IOException;
import java.io.InputStream;

/** Where the literals of a command come from, and the lines behind them. */
public interface LiteralSource {

  /**
   * The octets of a literal, after the client was asked for them if it waits for that. They are
   * read to their end before anything else is asked for.
   *
   * @param size octets
   * @param waits true when the client sends it only once it was asked
   */
  InputStream open(long size, boolean waits) throws IOException;

  /**
   * The line behind a literal, without its CRLF, an octet for each character.
   *
   * @throws ImapSyntaxException when it is too long, or malformed
   */
  String nextLine() throws IOException, ImapSyntaxException;

  /** Octets that all literals of a command may have, but that of APPEND. */
  int literalLimit();
}
