package org.mailroom.imap.thread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.imap.sort.BaseSubject;

/** Messages as tests write them, and threads as clients read them. */
final class Written {

  private Written() {}

  /** Sent as many seconds after 1970 as its UID is. */
  static ThreadedMessage message(long uid, String subject) {
    return new ThreadedMessage(uid, uid, BaseSubject.of(subject));
  }

  /**
   * Ids with spaces between.
   *
   * @param own empty for none
   */
  static MessageIds ids(String own, String references) {
    return new MessageIds(
        Optional.of(own).filter(id -> !id.isEmpty()),
        references.isEmpty() ? List.of() : Arrays.asList(references.split(" ")));
  }

  static String text(Threads threads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ResponseWriter writer = new ResponseWriter(out);
      threads.write(writer, uid -> uid);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }
}
