package org.mailroom.smtp.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection on a blocking socket, later with a TLS socket over it. */
final class SocketConnection implements SmtpConnection {

  private final Socket plain;
  private final SSLContext anyCertificate;
  private final SSLContext trustedCertificate;
  private Socket current;

  SocketConnection(Socket plain, SSLContext anyCertificate, SSLContext trustedCertificate) {
    this.plain = plain;
    this.current = plain;
    this.anyCertificate = anyCertificate;
    this.trustedCertificate = trustedCertificate;
  }

  @Override
  public InputStream in() throws IOException {
    return current.getInputStream();
  }

  @Override
  public OutputStream out() throws IOException {
    return current.getOutputStream();
  }

  @Override
  public void readTimeout(Duration timeout) throws IOException {
    current.setSoTimeout(Math.toIntExact(Math.max(1, timeout.toMillis())));
  }

  @Override
  public void startTls(String serverName, boolean verified) throws IOException {
    SSLContext context = verified ? trustedCertificate : anyCertificate;
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, serverName, plain.getPort(), true);
    if (verified) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
    }
    tls.startHandshake();
    current = tls;
  }

  @Override
  public Optional<SSLSession> tls() {
    return current instanceof SSLSocket secure
        ? Optional.of(secure.getSession())
        : Optional.empty();
  }

  @Override
  public void close() {
    closeQuietly(current);
    closeQuietly(plain);
  }

  @Override
  public void abort() {
    closeQuietly(plain);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing left to lose.
    }
  }
}
