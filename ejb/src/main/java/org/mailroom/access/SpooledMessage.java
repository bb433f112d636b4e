package org.mailroom.access;

import java.io.IOException;
import java.io.InputStream;
import org.mailroom.imap.NewMessage;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;
import org.mailroom.store.MessageToAppend;

/** Octets that a client appends: in memory, or in a file of the spool when they are many. */
record SpooledMessage(MessageContent octets) implements NewMessage.Content {

  /** Reads them to their end. */
  static SpooledMessage take(InputStream octets, Spool spool) throws IOException {
    try (ContentBuilder content = spool.newContent()) {
      octets.transferTo(content);
      return new SpooledMessage(content.finish());
    }
  }

  static MessageToAppend toAppend(NewMessage message) {
    if (!(message.content() instanceof SpooledMessage spooled)) {
      throw new IllegalArgumentException("Only what was taken can be appended");
    }
    return new MessageToAppend(message.flags(), message.internalDate(), spooled.octets);
  }

  @Override
  public long size() {
    return octets.size();
  }

  @Override
  public void close() {
    octets.close();
  }
}
