package org.mailroom.settings;

/** What a route demands of TLS towards its next hop. */
public enum TlsDemand {
  /** Never TLS. */
  NONE,
  /** TLS when offered, whatever the certificate; else plain. */
  OPPORTUNISTIC,
  /** TLS or no delivery; any certificate. */
  REQUIRED,
  /** TLS with a certificate that is trusted and names the host, or no delivery. */
  VERIFIED
}
