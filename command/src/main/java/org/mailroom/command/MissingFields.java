package org.mailroom.command;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mailroom.mail.Domain;

/** What a message must have and a program may leave to the one that submits it (RFC 6409, 8). */
final class MissingFields {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Domain hostname;
  private final Clock clock;

  MissingFields(Domain hostname, Clock clock) {
    this.hostname = hostname;
    this.clock = clock;
  }

  /**
   * Adds From, Date and Message-ID, each where it is missing.
   *
   * @param name of the sender
   * @param reversePath as the caller gave it; the user's address when it is null or not given
   */
  void add(MessageFields fields, Optional<String> name, Optional<String> reversePath) {
    if (!fields.has("From")) {
      String address =
          LocalName.qualified(
              reversePath
                  .filter(path -> !path.isEmpty())
                  .orElseGet(() -> LocalName.ofUser(hostname)),
              hostname);
      fields.addFirst("From", name.map(n -> phrase(n) + " <" + address + ">").orElse(address));
    }
    if (!fields.has("Message-ID")) {
      fields.addFirst("Message-ID", "<" + UUID.randomUUID() + "@" + hostname.ascii() + ">");
    }
    if (!fields.has("Date")) {
      fields.addFirst("Date", DATE.format(ZonedDateTime.now(clock)));
    }
  }

  /** A display name: quoted, or beyond ASCII encoded words of at most 75 characters (RFC 2047). */
  private static String phrase(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              word.appendCodePoint(c);
              if (word.toString().getBytes(StandardCharsets.UTF_8).length > 36) {
                words.append(encoded(word)).append(' ');
                word.setLength(0);
              }
            });
    if (!word.isEmpty()) {
      words.append(encoded(word));
    }
    return words.toString().strip();
  }

  private static String encoded(CharSequence word) {
    byte[] octets = word.toString().getBytes(StandardCharsets.UTF_8);
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
  }
}
