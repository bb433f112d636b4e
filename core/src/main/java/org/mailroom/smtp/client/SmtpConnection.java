package org.mailroom.smtp.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A connection as the client needs it. For one thread, but for {@link #abort}. */
public interface SmtpConnection extends AutoCloseable {

  /** What the peer sends; another stream after {@link #startTls}. */
  InputStream in() throws IOException;

  /** What the peer gets, unbuffered: each write is one to the network. */
  OutputStream out() throws IOException;

  /** Lets a read end in {@link java.net.SocketTimeoutException} after this time, above zero. */
  void readTimeout(Duration timeout) throws IOException;

  /**
   * Does the TLS handshake; nothing read before it is seen after it.
   *
   * @param serverName the name asked for, and when {@code verified} demanded of the certificate
   * @throws IOException when the handshake fails; the connection is of no use then
   */
  void startTls(String serverName, boolean verified) throws IOException;

  /** The TLS that protects it, if any. */
  default Optional<SSLSession> tls() {
    return Optional.empty();
  }

  /** Ends the connection in order, TLS as well. */
  @Override
  void close();

  /** Ends the connection at once, from any thread; reads and writes under way fail. */
  void abort();
}
