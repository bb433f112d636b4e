package org.mailroom.probe;

import java.util.Arrays;
import java.util.Optional;

/** What is good or bad about the certificate that a server has shown. */
public enum CertificateNote {
  TRUSTED("trusted"),
  EXPIRED("not trusted: it has expired"),
  NOT_YET_VALID("not trusted: it is not valid yet"),
  SELF_SIGNED("not trusted: it is self-signed"),
  UNKNOWN_ISSUER("not trusted: nobody whom this hub trusts vouches for its issuer"),
  NAMED("names the host"),
  OTHER_HOST("does not name the host"),
  NONE("no certificate");

  private final String words;

  CertificateNote(String words) {
    this.words = words;
  }

  /** As the steps of a test have it. */
  public String words() {
    return words;
  }

  /** The note that these words give. */
  public static Optional<CertificateNote> of(String words) {
    return Arrays.stream(values()).filter(note -> note.words.equals(words)).findAny();
  }
}
