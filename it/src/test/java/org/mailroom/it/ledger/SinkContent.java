package org.mailroom.it.ledger;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Content as it comes, line by line: the ledger's fields, and the hash of the body. */
final class SinkContent {

  private static final int KEPT_OF_A_DSN = 2 << 20;

  private final MessageDigest digest = LedgerMail.sha256();
  private final Optional<ByteArrayOutputStream> kept;
  private boolean inBody;
  private String number;
  private String hash;

  /** Content that is kept as well, for a DSN. */
  SinkContent(boolean keeping) {
    kept = keeping ? Optional.of(new ByteArrayOutputStream()) : Optional.empty();
  }

  void add(SinkLines line) {
    int stuffed = line.octets()[line.start()] == '.' ? 1 : 0;
    int start = line.start() + stuffed;
    int length = line.length() - stuffed;
    kept.filter(octets -> octets.size() < KEPT_OF_A_DSN)
        .ifPresent(octets -> octets.write(line.octets(), start, length));
    if (inBody) {
      digest.update(line.octets(), start, length);
    } else if (line.isEmpty()) {
      inBody = true;
    } else {
      look(line.text());
    }
  }

  private void look(String field) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? "" : field.substring(0, colon);
    if (name.equals(LedgerMail.NUMBER_FIELD)) {
      number = field.substring(colon + 1).strip();
    } else if (name.equals(LedgerMail.HASH_FIELD)) {
      hash = field.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    }
  }

  /** What the field says, {@code <run>-<number>}; empty for a mail of another kind. */
  Optional<String> number() {
    return Optional.ofNullable(number);
  }

  /** True when the body is what the header says; to be asked once. */
  boolean isWhole() {
    return HexFormat.of().formatHex(digest.digest()).equals(hash);
  }

  byte[] octets() {
    return kept.orElseThrow().toByteArray();
  }
}
