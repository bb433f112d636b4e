package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.session.SessionInput;
import org.mailroom.smtp.SmtpReply;

/**
 * BDAT takes a chunk of the content, octets counted (RFC 3030, 2).
 *
 * <pre>
 * bdat       = "BDAT" SP chunk-size [ SP "LAST" ] CRLF
 * chunk-size = 1*DIGIT
 * </pre>
 *
 * <p>The chunk follows at once, so a refused command still has its octets read and dropped. Where
 * their number can't be known, or is absurd, the session ends: they would be taken for commands.
 *
 * @param octets of the chunk
 * @param last true for the end of the content
 */
record BdatCommand(long octets, boolean last) implements Command {

  /** Nobody means a chunk of 10 GB or more. */
  private static final int MAX_CHUNK_DIGITS = 10;

  private static final long MALFORMED = -1;

  /** Reads the argument; a wrong one is remembered, since its refusal ends the session. */
  static BdatCommand parse(String argument) {
    int space = argument.indexOf(' ');
    String size = space < 0 ? argument : argument.substring(0, space);
    boolean last = space >= 0 && argument.substring(space).strip().equalsIgnoreCase("LAST");
    boolean wellFormed = (space < 0 || last) && isChunkSize(size);
    return new BdatCommand(wellFormed ? Long.parseLong(size) : MALFORMED, last);
  }

  private static boolean isChunkSize(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_CHUNK_DIGITS;
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    if (octets == MALFORMED) {
      return Optional.of(Replies.BDAT_SYNTAX);
    }
    if (session.transaction().isEmpty()) {
      return Optional.of(Replies.MAIL_FIRST);
    }
    return session.transaction().get().recipients() == 0
        ? Optional.of(Replies.NO_RECIPIENTS)
        : Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    MailTransaction mail = session.transaction().orElseThrow();
    if (!mail.hasContent()) {
      session.beginContent();
    }
    ContentScanner chunks = mail.chunks();
    if (!readChunk(session, Optional.of(chunks))) {
      return;
    }
    if (last) {
      chunks.endOfChunks();
      session.completeMail();
    } else if (mail.content().refusal().isPresent()) {
      session.reply(mail.content().refusal().get());
      session.endTransaction();
      session.mailRefused();
    } else {
      session.reply(Replies.chunkTaken(octets));
    }
  }

  @Override
  public void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    if (octets == MALFORMED) {
      session.refuse(reply);
      session.wire().end();
    } else if (readChunk(session, Optional.empty())) {
      session.refuse(reply);
    }
  }

  /** Reads the chunk, and drops it when nobody takes it; false when the client went away. */
  private boolean readChunk(SmtpServerSession session, Optional<ContentScanner> taker)
      throws IOException {
    Wire wire = session.wire();
    SessionInput input = wire.input();
    RateFloor floor = wire.rateFloor(session.limits());
    long left = octets;
    while (left > 0) {
      if (input.isEmpty() && !wire.awaitContent(session.limits(), floor, octets - left)) {
        return false;
      }
      int from = input.start();
      int end = (int) Math.min(input.end(), from + left);
      taker.ifPresent(scanner -> scanner.scan(input.buffer(), from, end));
      input.consumeTo(end);
      left -= end - from;
    }
    return true;
  }
}
