package org.mailroom.transport;

import java.util.Objects;

/**
 * What a connection is protected with.
 *
 * @param version as {@code TLSv1.3}
 * @param cipher the suite's name in IANA's registry
 */
public record TlsTraits(String version, String cipher) {

  /** Has both. */
  public TlsTraits {
    Objects.requireNonNull(version, "TLS has a version");
    Objects.requireNonNull(cipher, "TLS has a cipher suite");
  }
}
