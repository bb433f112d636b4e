package org.mailroom.transport;

import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * What servers prove themselves with. It is replaced while connections stand: those keep what they
 * began with. Safe for any number of threads.
 */
public final class ServerTls {

  private volatile SSLContext context;

  /** Begins with {@code context}. */
  public ServerTls(SSLContext context) {
    this.context = Objects.requireNonNull(context, "a server has a context of TLS");
  }

  /** For the next handshake. */
  public SSLContext context() {
    return context;
  }

  /** From the next handshake on. */
  public void replace(SSLContext newContext) {
    context = Objects.requireNonNull(newContext, "a server has a context of TLS");
  }
}
