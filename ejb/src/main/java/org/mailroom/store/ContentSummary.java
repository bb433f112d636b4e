package org.mailroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mailroom.imap.FetchTexts;
import org.mailroom.imap.fetch.FetchTextWriter;
import org.mailroom.mail.MessageContent;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;
import org.mailroom.mime.ScannedMessage;
import org.mailroom.mime.StructureText;
import org.mailroom.mime.WrittenDate;

/**
 * What is kept of a content beside its octets.
 *
 * @param texts empty when they have to be written for each client
 * @param written the day in its Date field
 */
record ContentSummary(
    StructureText structure, Optional<FetchTexts> texts, Optional<LocalDate> written) {

  private static final Logger LOG = System.getLogger(ContentSummary.class.getName());

  /**
   * Reads a message, before a database transaction begins. What can't be read within the budget is
   * one opaque body, and kept all the same; so is what a fault of the reading ends at.
   *
   * @param what it is, for the log
   * @throws IOException when the octets can't be read
   */
  static ContentSummary read(MessageContent octets, String what) throws IOException {
    try (InputStream in = octets.open()) {
      return of(ScannedMessage.read(in, MimeBudget.USUAL, System::nanoTime));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The structure of the " + what + " can't be read", e);
      StructureText unread = StructureText.of(MimeStructure.unread(octets.size()));
      return new ContentSummary(unread, Optional.empty(), Optional.empty());
    }
  }

  private static ContentSummary of(ScannedMessage message) {
    return new ContentSummary(
        message.text(),
        FetchTextWriter.texts(message.structure()),
        message.structure().message().field("date").flatMap(WrittenDate::read));
  }

  /** The day on which the message was sent: what it says, else when it came. */
  LocalDate sentOn(Instant internalDate) {
    return written.orElseGet(() -> LocalDate.ofInstant(internalDate, ZoneOffset.UTC));
  }
}
