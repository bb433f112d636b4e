package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import org.mailroom.imap.MessageData;

/** A message while it is told of. For one thread. */
final class FetchedMessage {

  private final MessageData data;
  private BodyPart body;

  FetchedMessage(MessageData data) {
    this.data = data;
  }

  MessageData data() {
    return data;
  }

  /** Its parts; put together when somebody asks first. */
  BodyPart body() {
    if (body == null) {
      body = BodyPart.of(data.structure());
    }
    return body;
  }

  /** These octets of it, and no others. */
  InputStream open(Range range) throws IOException {
    return new BoundedStream(data.open(range.start()), range.length());
  }
}
