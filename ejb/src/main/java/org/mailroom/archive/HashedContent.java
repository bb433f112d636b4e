package org.mailroom.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.CrlfOutput;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;
import org.mailroom.mailbox.archive.NotReadableException;

/**
 * Octets of a message with their SHA-256.
 *
 * @param sha256 in hexadecimal digits
 */
record HashedContent(MessageContent octets, String sha256) implements AutoCloseable {

  /** Takes octets into the spool; of a message that is too large, none. */
  static final class Builder extends OutputStream {

    private static final int BUFFER = 64 * 1024;

    private final long largest;
    private final ContentBuilder content;
    private final MessageDigest digest = newDigest();
    private long size;

    Builder(Spool spool, long largest) {
      this.largest = largest;
      this.content = spool.newContent();
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      size += length;
      if (size > ArchiveFormat.LARGEST_ENTRY) {
        throw new NotReadableException("A message has more than 1 GiB");
      }
      if (isTooLarge()) {
        content.close();
      } else {
        content.write(octets, offset, length);
        digest.update(octets, offset, length);
      }
    }

    /** For octets whose lines end anyhow; to be flushed. */
    CrlfOutput lines() {
      return new CrlfOutput(new BufferedOutputStream(this, BUFFER));
    }

    boolean isTooLarge() {
      return size > largest;
    }

    HashedContent finish() throws IOException {
      return new HashedContent(content.finish(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Discards what was not finished. */
    @Override
    public void close() {
      content.close();
    }
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    octets.close();
  }
}
