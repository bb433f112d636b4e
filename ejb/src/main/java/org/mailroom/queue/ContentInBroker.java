package org.mailroom.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.mailroom.mail.MessageContent;

/** The content of a mail of which only the properties were read. */
record ContentInBroker(long size) implements MessageContent {

  @Override
  public boolean isInMemory() {
    return false;
  }

  @Override
  public InputStream open() throws IOException {
    throw new IOException("Only a consumer has the content of a queued mail");
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    throw new IOException("Only a consumer has the content of a queued mail");
  }

  @Override
  public void close() {
    // Nothing was read.
  }
}
