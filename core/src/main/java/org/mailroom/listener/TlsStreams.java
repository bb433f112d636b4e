package org.mailroom.listener;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.mailroom.transport.Connection;
import org.mailroom.transport.Connection.Ending;
import org.mailroom.transport.TlsTraits;

/**
 * TLS 1.2 or 1.3 over an accepted socket, as the server. For the thread that serves the connection
 * and no other.
 */
final class TlsStreams {

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final SSLSocket tls;
  private final InputStream input;
  private final OutputStream output;
  private final TlsTraits traits;

  private TlsStreams(SSLSocket tls, Socket socket, Connection connection) throws IOException {
    this.tls = tls;
    this.input = new Input(tls.getInputStream(), socket.getInputStream(), connection);
    this.output = tls.getOutputStream();
    SSLSession session = tls.getSession();
    this.traits = new TlsTraits(session.getProtocol(), session.getCipherSuite());
  }

  /**
   * Waits for the client's handshake.
   *
   * @throws IOException when it fails
   */
  static TlsStreams over(Socket socket, SSLContext context, Connection connection)
      throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    socket, socket.getInetAddress().getHostAddress(), socket.getPort(), false);
    tls.setUseClientMode(false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(VERSIONS);
    parameters.setUseCipherSuitesOrder(true);
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return new TlsStreams(tls, socket, connection);
  }

  InputStream input() {
    return input;
  }

  OutputStream output() {
    return output;
  }

  TlsTraits traits() {
    return traits;
  }

  /** Tells the client that nothing was cut off at the end (RFC 8446, 6.1). */
  void sayGoodbye() throws IOException {
    tls.shutdownOutput();
  }

  /** What the client says under TLS; see {@link Connection#input}. */
  private static final class Input extends FilterInputStream {

    private final InputStream below;
    private final Connection connection;

    Input(InputStream tls, InputStream below, Connection connection) {
      super(tls);
      this.below = below;
      this.connection = connection;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
      try {
        return in.read(octets, offset, length);
      } catch (IOException e) {
        if (connection.ending() != Ending.BY_PEER) {
          return -1;
        }
        throw e;
      }
    }

    /** Records that nobody has opened yet count too, if not exactly. */
    @Override
    public int available() throws IOException {
      int opened = in.available();
      return opened > 0 ? opened : below.available();
    }
  }
}
