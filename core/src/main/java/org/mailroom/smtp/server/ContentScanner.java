package org.mailroom.smtp.server;

import org.mailroom.session.OctetScan;

/**
 * Reads the lines of a content, octets in bulk, wherever the input cuts them (RFC 5321, 4.1.1.4 and
 * 4.5.2; RFC 3030, 2). Only CRLF ends a line, and only CRLF.CRLF ends a content that is
 * dot-stuffed. A bare CR, a bare LF or NUL refuses the content, which is read to its real end.
 */
final class ContentScanner {

  private enum At {
    LINE_START,
    /** Behind a dot at a line's start, which is not content. */
    DOT,
    /** Behind a dot at a line's start and a CR. */
    DOT_CR,
    TEXT,
    CR,
    END
  }

  private static final byte[] CRLF = {'\r', '\n'};

  private final IncomingContent content;
  private final boolean dotStuffed;
  private At at = At.LINE_START;

  private ContentScanner(IncomingContent content, boolean dotStuffed) {
    this.content = content;
    this.dotStuffed = dotStuffed;
  }

  /** For DATA. */
  static ContentScanner ofData(IncomingContent content) {
    return new ContentScanner(content, true);
  }

  /** For BDAT: octets are counted, and dots mean nothing. */
  static ContentScanner ofChunks(IncomingContent content) {
    return new ContentScanner(content, false);
  }

  /** True behind the CRLF.CRLF of a dot-stuffed content. */
  boolean isEnded() {
    return at == At.END;
  }

  /** Reads all octets, or those to the end of the content, and returns how far it came. */
  int scan(byte[] octets, int from, int to) {
    int run = from;
    int i = from;
    while (i < to && at != At.END) {
      switch (at) {
        case LINE_START -> {
          if (dotStuffed && octets[i] == '.') {
            content.octets(octets, run, i);
            run = ++i;
            at = At.DOT;
          } else {
            at = At.TEXT;
          }
        }
        case DOT -> {
          if (octets[i] == '\r') {
            run = ++i;
            at = At.DOT_CR;
          } else {
            at = At.TEXT;
          }
        }
        case DOT_CR -> {
          if (octets[i] == '\n') {
            run = ++i;
            at = At.END;
            content.end();
          } else {
            content.refuse(Replies.BARE_LINE_END);
            at = At.TEXT;
          }
        }
        case TEXT -> i = text(octets, i, to);
        case CR -> {
          if (octets[i] == '\n') {
            i++;
            content.lineEnd();
            at = At.LINE_START;
          } else {
            content.refuse(Replies.BARE_LINE_END);
            at = At.TEXT;
          }
        }
        case END -> throw new AssertionError("the loop ends here");
      }
    }
    content.octets(octets, run, i);
    return i;
  }

  private int text(byte[] octets, int from, int to) {
    int i = OctetScan.lineEndOrNul(octets, from, to);
    content.text(octets, from, i);
    if (i == to) {
      return i;
    }
    if (octets[i] == '\r') {
      at = At.CR;
    } else {
      content.refuse(Replies.BARE_LINE_END);
    }
    return i + 1;
  }

  /** The last chunk is over: a last line without CRLF gets it, as DATA would have had it. */
  void endOfChunks() {
    if (at == At.CR) {
      content.refuse(Replies.BARE_LINE_END);
    } else if (at == At.TEXT) {
      content.lineEnd();
      content.octets(CRLF, 0, CRLF.length);
    }
    at = At.END;
    content.end();
  }
}
