package org.mailroom.settings;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server proves with who it is.
 *
 * @param key of the first certificate
 * @param chain its certificate first, then those that signed it, if any
 */
public record ServerKey(PrivateKey key, List<X509Certificate> chain) {

  /** Refuses a chain without a certificate. */
  public ServerKey {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("A chain has a certificate");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return chain.getFirst().getSubjectX500Principal().getName();
  }
}
