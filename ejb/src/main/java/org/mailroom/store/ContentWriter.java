package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/** Writes octets as a content, a chunk at a time. */
final class ContentWriter {

  private ContentWriter() {}

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
      ContentSummary summary) {
    MessageContent content = new MessageContent(queueId, octets.size(), summary);
    entities.persist(content);
    summary.texts().ifPresent(texts -> entities.persist(new ContentText(content, texts)));
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
