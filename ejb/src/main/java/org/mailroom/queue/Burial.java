package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mailroom.mail.MessageContent;

/**
 * What becomes of a message that is no mail, or no whole one: it goes to the dead queue, for an
 * operator. Delivered again by the broker, it would stand in the way of the mail behind it.
 */
@Singleton
public class Burial {

  private static final Logger LOG = System.getLogger(Burial.class.getName());

  private final QueueRecord records;
  private final MailQueue queue;
  private final QueueIndex index;

  /** Buries in the dead queue of {@code queue}. */
  @Inject
  public Burial(QueueRecord records, MailQueue queue, QueueIndex index) {
    this.records = records;
    this.queue = queue;
    this.index = index;
  }

  /**
   * Moves a message to the dead queue, unless it is left over from a crash. The caller acknowledges
   * it afterwards.
   *
   * @param reason what reading it said
   * @param stood where it stood
   * @throws QueueException when the dead queue didn't take it
   */
  public void bury(Message message, UnreadableMailException reason, QueueState stood)
      throws QueueException {
    if (reason.cut().isPresent()) {
      bury(message, reason, reason.cut().get(), stood);
      return;
    }
    Optional<MessageContent> content = records.readContent(message);
    try {
      move(message, content, reason);
    } finally {
      content.ifPresent(MessageContent::close);
    }
  }

  /** A mail that the index knows, and that was not to be missed until now. */
  private void bury(
      Message message, UnreadableMailException reason, QueuedMail cut, QueueState stood)
      throws QueueException {
    boolean buried = false;
    try {
      if (index.take(cut)) {
        move(message, Optional.of(cut.content()), reason);
      }
      buried = true;
    } finally {
      cut.content().close();
      if (buried) {
        index.finish(cut);
      } else {
        index.giveBack(cut, stood);
      }
    }
  }

  private void move(
      Message message, Optional<MessageContent> content, UnreadableMailException reason)
      throws QueueException {
    LOG.log(Level.ERROR, "A message that is no mail goes to the dead queue", reason);
    queue.bury(message, content, reason.getMessage());
  }
}
