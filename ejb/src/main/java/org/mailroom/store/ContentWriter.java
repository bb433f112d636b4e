package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;

/** Writes octets as a content, a chunk at a time. */
final class ContentWriter {

  private static final Logger LOG = System.getLogger(ContentWriter.class.getName());

  private ContentWriter() {}

  /**
   * The structure of a message, to be read before a database transaction begins. What can't be read
   * within the budget is one opaque body, and kept all the same; so is what a fault of the reading
   * ends at.
   *
   * @param what it is, for the log
   * @throws IOException when the octets can't be read
   */
  static String structure(org.mailroom.mail.MessageContent octets, String what) throws IOException {
    try (InputStream in = octets.open()) {
      return MimeStructure.read(in, MimeBudget.USUAL, System::nanoTime).toText();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The structure of the " + what + " can't be read", e);
      return MimeStructure.unread(octets.size()).toText();
    }
  }

  /**
   * Writes a content.
   *
   * @param queueId of its reception, if it was one
   * @throws ContentUnreadableException when the octets can't be read
   */
  static MessageContent write(
      EntityManager entities,
      Optional<QueueId> queueId,
      org.mailroom.mail.MessageContent octets,
      String structure) {
    MessageContent content = new MessageContent(queueId, octets.size(), structure);
    entities.persist(content);
    try (InputStream in = octets.open()) {
      int number = 0;
      byte[] some = in.readNBytes(ContentChunk.SIZE);
      while (some.length > 0) {
        write(entities, new ContentChunk(content.id(), number, some), some.length);
        number++;
        some = in.readNBytes(ContentChunk.SIZE);
      }
    } catch (IOException e) {
      throw new ContentUnreadableException(e);
    }
    return content;
  }

  /** Full chunks go at once, small ones with the rest: many mails have no other. */
  private static void write(EntityManager entities, ContentChunk chunk, int length) {
    entities.persist(chunk);
    if (length == ContentChunk.SIZE) {
      entities.flush();
      entities.detach(chunk);
    }
  }
}
