package org.mailroom.smtp.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Connections on blocking sockets. */
public final class SocketConnector implements SmtpConnector {

  private final SSLContext anyCertificate;
  private final SSLContext trustedCertificate;

  /**
   * A connector that verifies certificates with {@code trusted}, where they are to be verified.
   *
   * @throws java.security.GeneralSecurityException when this Java has no TLS
   */
  public SocketConnector(SSLContext trusted) throws java.security.GeneralSecurityException {
    this.anyCertificate = AnyCertificate.context();
    this.trustedCertificate = trusted;
  }

  @Override
  public SmtpConnection connect(InetSocketAddress address, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, Math.toIntExact(timeout.toMillis()));
      return new SocketConnection(socket, anyCertificate, trustedCertificate);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
