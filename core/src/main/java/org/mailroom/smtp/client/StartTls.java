package org.mailroom.smtp.client;

/** How a session uses STARTTLS (RFC 3207). */
public enum StartTls {
  /** Not at all. */
  NEVER,
  /** When offered, whatever the certificate; else in plain. */
  IF_OFFERED,
  /** No session without it; any certificate. */
  REQUIRED,
  /** No session without it, nor without a certificate that is trusted and names the peer. */
  VERIFIED;

  /** True when a session in plain is better than none. */
  boolean allowsPlain() {
    return this == NEVER || this == IF_OFFERED;
  }
}
