package org.mailroom.it.peer;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Content as it comes in, line by line, un-stuffed; hashed always, kept when it is small. */
final class ReceivedContent {

  private static final byte[] CRLF = {'\r', '\n'};

  private final int limit;
  private final MessageDigest digest;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long size;

  ReceivedContent(int limit) {
    this.limit = limit;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  void add(byte[] line) {
    int from = line.length > 0 && line[0] == '.' ? 1 : 0;
    add(line, from);
    add(CRLF, 0);
  }

  RelayedMail toMail(int connection, String mail, List<String> rcpts) {
    Optional<byte[]> octets = Optional.ofNullable(kept).map(ByteArrayOutputStream::toByteArray);
    return new RelayedMail(
        connection, mail, rcpts, size, HexFormat.of().formatHex(digest.digest()), octets);
  }

  private void add(byte[] octets, int from) {
    int length = octets.length - from;
    digest.update(octets, from, length);
    size += length;
    if (size > limit) {
      kept = null;
    } else {
      kept.write(octets, from, length);
    }
  }
}
