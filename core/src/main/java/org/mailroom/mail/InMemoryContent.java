package org.mailroom.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Content in a byte array, which is taken as it is and not copied. */
public final class InMemoryContent implements MessageContent {

  private final byte[] octets;
  private final int length;

  /** The first {@code length} octets of {@code octets}, which the caller doesn't touch any more. */
  public InMemoryContent(byte[] octets, int length) {
    Objects.checkFromToIndex(0, length, octets.length);
    this.octets = octets;
    this.length = length;
  }

  /** All of {@code octets}, which the caller doesn't touch any more. */
  public InMemoryContent(byte[] octets) {
    this(octets, octets.length);
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(octets, 0, length);
  }

  @Override
  public boolean isInMemory() {
    return true;
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
