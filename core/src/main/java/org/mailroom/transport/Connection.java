package org.mailroom.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Two blocking streams, and what streams can't say. One thread uses a connection: the one that
 * serves it; {@link #aside} is the exception. Whoever serves it doesn't close it.
 */
public interface Connection {

  /** Why {@link #input} ended. */
  enum Ending {
    /** The peer closed it, or the connection broke. */
    BY_PEER,
    /** The limit passed. */
    BY_LIMIT,
    /** The listener stops, and the connection was idle. */
    BY_STOP,
    /** Somebody who runs the hub has ended it. */
    BY_ORDER
  }

  /**
   * Octets of the peer. It reports an end, and no exception, when the limit passes, the listener
   * stops or somebody ends it; {@link #ending} tells which. A TLS upgrade puts another stream in
   * its place, so an engine asks again after one.
   */
  InputStream input();

  /** Octets for the peer; not buffered. As {@link #input}, another one after a TLS upgrade. */
  OutputStream output();

  /** True when TLS can begin: there is a certificate, and no TLS yet. */
  boolean offersTls();

  /**
   * Waits for the peer's handshake, as its server and within the limit, and puts other streams in
   * place of {@link #input} and {@link #output}. The first octet that comes is the handshake's:
   * what came before is the engine's to refuse or to forget.
   *
   * @throws IOException when the handshake fails; the connection is of no use any more
   */
  void startTls() throws IOException;

  /** What protects the connection now, if anything. */
  Optional<TlsTraits> tls();

  /** Names it as long as this process runs; empty when nobody counts. */
  default String id() {
    return "";
  }

  /** The other end. */
  InetSocketAddress peer();

  /** Somebody has logged in: see {@link OpenSession#user}. */
  void identify(String user);

  /**
   * Bounds what is waited for from now on, in place of the limit before. When {@code time} has
   * passed, the input ends; some seconds later the connection is cut, so that a peer that doesn't
   * read can't hold it either.
   *
   * @param time from now, positive; kept to about half a second
   */
  void limit(Duration time);

  /** Takes the limit off, while the engine itself works and not the peer. */
  void unlimited();

  /** Says that nothing is lost if the connection ends here: a stop may interrupt what follows. */
  void idle();

  /**
   * Says that work begins which a stop must not interrupt. Follows {@link #idle}.
   *
   * @return false when a stop or an order came first: what was read since {@code idle} must not be
   *     acted on
   */
  boolean busy();

  /** Why the input ended; {@code BY_PEER} before it has. */
  Ending ending();

  /**
   * Does something on a thread of its own, at once and whatever the connection's thread does or
   * waits for. It may write to {@link #output} while that thread is known not to.
   */
  void aside(Runnable work);

  /** Waits, to slow an abusive peer down. */
  void pause(Duration time);
}
