package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.transport.Connection;
import org.mailroom.transport.TlsTraits;

/**
 * The client's end of a session: its octets come in, answers go out. Answers are collected, and
 * written when the session would have to wait: that answers a group of pipelined commands at once.
 *
 * <p>The connection is idle, and may be interrupted by a stop, only while a command is awaited.
 */
public final class SessionWire {

  private final Connection connection;
  private SessionInput input;
  private SessionOutput output;
  private Optional<Deflation> deflation = Optional.empty();
  private boolean ended;

  private record Deflation(InflatedInput input, DeflatedOutput output) {}

  /** The client's end of a session over {@code connection}. */
  public SessionWire(Connection connection) {
    this.connection = connection;
    this.input = new SessionInput(connection.input());
    this.output = new SessionOutput(connection.output());
  }

  /** What the client has sent; another one after {@link #startTls} and {@link #compress}. */
  public SessionInput input() {
    return input;
  }

  /** True when TLS can begin: there is a certificate, and no TLS yet. */
  public boolean offersTls() {
    return connection.offersTls();
  }

  /** Somebody has logged in, as those who run the hub may see. */
  public void identify(String user) {
    connection.identify(user);
  }

  /** What protects the connection, if anything. */
  public Optional<TlsTraits> tls() {
    return connection.tls();
  }

  /**
   * Waits for the client's handshake. What it sent before, and nobody read, is forgotten.
   *
   * @param handshake for so long
   * @return false when the listener stops, which {@link #ending} tells too
   * @throws IOException when the handshake fails, or takes too long
   */
  public boolean startTls(Duration handshake) throws IOException {
    output.flush();
    connection.limit(handshake);
    connection.idle();
    connection.startTls();
    input = new SessionInput(connection.input());
    output = new SessionOutput(connection.output());
    boolean goesOn = connection.busy();
    connection.unlimited();
    return goesOn;
  }

  /**
   * Compresses both ways from now on (RFC 1951). What the client sent before, and nobody read, is
   * compressed already. Once in a session, which then has to {@link #close}.
   */
  public void compress() throws IOException {
    output.flush();
    InflatedInput inflated = new InflatedInput(input.take(), connection.input());
    DeflatedOutput deflated = new DeflatedOutput(connection.output());
    deflation = Optional.of(new Deflation(inflated, deflated));
    input = new SessionInput(inflated);
    output = new SessionOutput(deflated);
  }

  /** True once it compresses. */
  public boolean isCompressed() {
    return deflation.isPresent();
  }

  /** The session has ended, and what it answered is written; the connection stays open. */
  public void close() {
    deflation.map(Deflation::input).ifPresent(InflatedInput::close);
    deflation.map(Deflation::output).ifPresent(DeflatedOutput::close);
  }

  /** Answers. */
  public void write(byte[] octets) throws IOException {
    output.add(octets, 0, octets.length);
  }

  /** Answers with a part of {@code octets}. */
  public void write(byte[] octets, int offset, int count) throws IOException {
    output.add(octets, offset, count);
  }

  /**
   * Answers as a stream, each piece of which has its time.
   *
   * @param stall for a piece to be taken by the client
   */
  public OutputStream stream(Duration stall) {
    return new SessionStream(this, stall);
  }

  /**
   * Writes past what is collected: for {@link #aside} alone, while the session waits and has
   * nothing to write itself.
   */
  public OutputStream direct() {
    return deflation.<OutputStream>map(Deflation::output).orElseGet(connection::output);
  }

  /** Does something while the session waits: see {@link Connection#aside}. */
  public void aside(Runnable work) {
    connection.aside(work);
  }

  /** Writes what was answered. */
  public void flush() throws IOException {
    output.flush();
  }

  /** Nothing more is read; what was answered is still written. */
  public void end() {
    ended = true;
  }

  /** True when nothing more is read. */
  public boolean isEnded() {
    return ended;
  }

  /**
   * Waits for octets of a command, within the limit; a stop may come between.
   *
   * @return false when none come any more; {@link #ending} tells why
   */
  public boolean awaitCommand() throws IOException {
    output.flush();
    output.shrink();
    if (deflation.isPresent()) {
      deflation.get().output().flush();
    }
    connection.idle();
    boolean read = input.read();
    return connection.busy() && read;
  }

  /**
   * Waits for octets of a content, within the limit.
   *
   * @return false when none come any more; {@link #ending} tells why
   */
  public boolean awaitContent() throws IOException {
    output.flush();
    return input.read();
  }

  /** Why nothing comes any more. */
  public Connection.Ending ending() {
    return connection.ending();
  }

  /** Bounds what is waited for from now on: see {@link Connection#limit}. */
  public void limit(Duration time) {
    connection.limit(time);
  }

  /** Takes the limit off, until another one is set. */
  public void unlimited() {
    connection.unlimited();
  }

  /** Lets the client wait. */
  public void pause(Duration time) throws IOException {
    output.flush();
    connection.unlimited();
    connection.pause(time);
  }
}
