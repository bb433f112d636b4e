package org.mailroom.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.mailroom.transport.Connection;
import org.mailroom.transport.TlsTraits;

/**
 * A connection whose client speaks only when the server waits, on the server's own thread: what it
 * says then is up to {@link Client}.
 */
public class ScriptedConnection implements Connection {

  /** The other end. */
  public interface Client {
    /**
     * The server waits for octets, and has said {@code said} since it waited last.
     *
     * @return what the client says; no octets when it says nothing any more, and {@link
     *     ScriptedConnection#endBy} tells why
     */
    byte[] hear(String said, ScriptedConnection connection);
  }

  private final Client client;
  private final InetSocketAddress peer;
  private final int piece;
  private final List<Duration> pauses = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private byte[] speech = {};
  private int spoken;
  private Duration limit = Duration.ZERO;
  private boolean idle;
  private Ending ending = Ending.BY_PEER;
  private String identified = "";
  private boolean tlsOffered;
  private boolean handshaking;
  private boolean handshakeFails;
  private Optional<TlsTraits> tls = Optional.empty();

  /**
   * A connection from {@code peer}.
   *
   * @param piece at most so many octets are read at once
   */
  public ScriptedConnection(Client client, InetSocketAddress peer, int piece) {
    this.client = client;
    this.peer = peer;
    this.piece = piece;
  }

  /** Octets that arrive before the server has greeted. */
  public void speakFirst(byte[] octets) {
    speech = octets;
  }

  /** There is a certificate. */
  public void offerTls() {
    tlsOffered = true;
  }

  /** True while the server waits for a handshake. */
  public boolean isHandshaking() {
    return handshaking;
  }

  /** The handshake will not succeed. */
  public void failHandshake() {
    handshakeFails = true;
  }

  /** Why the client says nothing any more. */
  public void endBy(Ending newEnding) {
    ending = newEnding;
  }

  /** What the server has said since it waited last. */
  public String heard() {
    String text = said.toString(StandardCharsets.UTF_8);
    said.reset();
    return text;
  }

  /** How often and how long the server let the client wait. */
  public List<Duration> pauses() {
    return pauses;
  }

  /** The limit of what is waited for, zero for none. */
  public Duration limit() {
    return limit;
  }

  @Override
  public InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("The server reads in bulk");
      }

      @Override
      public int read(byte[] octets, int offset, int length) {
        if (spoken == speech.length) {
          speech = client.hear(heard(), ScriptedConnection.this);
          spoken = 0;
        }
        int count = Math.min(Math.min(length, piece), speech.length - spoken);
        System.arraycopy(speech, spoken, octets, offset, count);
        spoken += count;
        return count == 0 ? -1 : count;
      }

      @Override
      public int available() {
        return speech.length - spoken;
      }
    };
  }

  @Override
  public OutputStream output() {
    return said;
  }

  @Override
  public boolean offersTls() {
    return tlsOffered && tls.isEmpty();
  }

  /** What the client has said in plain text, and nobody has read, is no handshake. */
  @Override
  public void startTls() throws IOException {
    handshaking = true;
    byte[] said = client.hear(heard(), this);
    handshaking = false;
    if (spoken < speech.length || said.length > 0 || handshakeFails) {
      throw new SSLHandshakeException("Not a handshake");
    }
    tls = Optional.of(new TlsTraits("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
  }

  @Override
  public Optional<TlsTraits> tls() {
    return tls;
  }

  @Override
  public InetSocketAddress peer() {
    return peer;
  }

  @Override
  public void identify(String user) {
    identified = user;
  }

  /** Who has logged in, as the session has said; empty before. */
  public String identified() {
    return identified;
  }

  @Override
  public void limit(Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("A limit is positive");
    }
    limit = time;
  }

  @Override
  public void unlimited() {
    limit = Duration.ZERO;
  }

  @Override
  public void idle() {
    idle = true;
  }

  @Override
  public boolean busy() {
    if (!idle) {
      throw new IllegalStateException("busy follows idle");
    }
    idle = false;
    return ending != Ending.BY_STOP && ending != Ending.BY_ORDER;
  }

  @Override
  public Ending ending() {
    return ending;
  }

  /** The server's thread does it itself: a script has only one. */
  @Override
  public void aside(Runnable work) {
    work.run();
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
  }
}
