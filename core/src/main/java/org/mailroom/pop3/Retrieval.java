package org.mailroom.pop3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.mailroom.session.DotStuffer;

/**
 * The answer with a message, or a part of it; one piece of it is in memory. When the message can't
 * be read to its end, the session breaks: so the client knows that it doesn't have it.
 */
final class Retrieval {

  private static final Logger LOG = System.getLogger(Retrieval.class.getName());
  private static final int PIECE = 32 * 1024;
  private static final byte[] LINE_END = {'\r', '\n'};

  private final Pop3Session session;
  private final Excerpt excerpt;

  Retrieval(Pop3Session session, Excerpt excerpt) {
    this.session = session;
    this.excerpt = excerpt;
  }

  /**
   * Answers.
   *
   * @param number of the message, from 1
   * @throws IOException when the connection breaks, or the message
   */
  void answer(int number) throws IOException {
    if (!session.listing().has(number)) {
      session.answer(Answers.NO_MESSAGE);
      return;
    }
    Optional<InputStream> message = open(number);
    if (message.isEmpty()) {
      session.answer(Answers.NOT_READ);
      return;
    }
    try (InputStream in = message.get()) {
      session.answer(Answers.MESSAGE_FOLLOWS);
      if (copy(in, new DotStuffer(session.stream())) != '\n') {
        session.write(LINE_END);
      }
      session.writeLines(List.of());
    }
  }

  private Optional<InputStream> open(int number) {
    try {
      return Optional.of(session.listing().maildrop().open(number - 1));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A POP3 client can't have a message: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The last octet that was written; a line feed when there was none. */
  private byte copy(InputStream in, OutputStream out) throws IOException {
    byte[] piece = new byte[PIECE];
    byte last = '\n';
    while (!excerpt.isOver()) {
      int count = in.read(piece);
      if (count < 0) {
        break;
      }
      int end = excerpt.end(piece, 0, count);
      out.write(piece, 0, end);
      last = end > 0 ? piece[end - 1] : last;
    }
    return last;
  }
}
