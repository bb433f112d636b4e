package org.mailroom.it.peer;

import java.util.List;
import java.util.Optional;

/**
 * A mail that a next hop took.
 *
 * @param connection the number of its connection, from 1
 * @param mail what stood behind {@code MAIL}, with its parameters
 * @param rcpts what stood behind each accepted {@code RCPT}, with its parameters
 * @param size octets of the content after un-stuffing
 * @param hash SHA-256 of the content, in hexadecimal
 * @param kept the content, empty when it was larger than the next hop keeps
 */
public record RelayedMail(
    int connection,
    String mail,
    List<String> rcpts,
    long size,
    String hash,
    Optional<byte[]> kept) {

  /** The exact octets after un-stuffing. */
  public byte[] content() {
    return kept.orElseThrow(() -> new IllegalStateException("The content was not kept"));
  }

  /** The content, one character an octet. */
  public String text() {
    return new String(content(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The content behind the trace field that the hub put in front. */
  public byte[] contentAsSent() {
    return Content.withoutFirstField(content());
  }

  /** True when one of the recipients is {@code address}. */
  public boolean isFor(String address) {
    return rcpts.stream().anyMatch(rcpt -> rcpt.contains("<" + address + ">"));
  }
}
