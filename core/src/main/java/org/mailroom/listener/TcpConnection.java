package org.mailroom.listener;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.transport.Connection;
import org.mailroom.transport.OpenSession;
import org.mailroom.transport.ServerTls;
import org.mailroom.transport.TlsTraits;

/**
 * A connection over a socket. Its own thread serves it; the reaper's and the stopper's thread only
 * end its input, which its own thread sees as an end of stream, or close it. Both they do to the
 * socket below TLS: TLS itself would wait there for the thread that reads or writes.
 */
final class TcpConnection implements Connection, OpenSession {

  private enum Work {
    BUSY,
    IDLE,
    INTERRUPTED
  }

  private static final long NO_LIMIT = Long.MAX_VALUE;
  private static final int DISCARDED_AT_ONCE = 4096;

  private final String listener;
  private final long number;
  private final Socket socket;
  private final Optional<ServerTls> serverTls;
  private InputStream input;
  private OutputStream output;
  private volatile Optional<TlsStreams> tls = Optional.empty();
  private volatile Optional<String> user = Optional.empty();
  private final InetSocketAddress peer;
  private final long opened = System.nanoTime();
  private volatile long heard;
  private final AtomicReference<Work> work = new AtomicReference<>(Work.BUSY);
  private volatile boolean stopping;
  private volatile long limit = NO_LIMIT;
  private volatile long ordered = NO_LIMIT;
  private volatile Ending ending = Ending.BY_PEER;

  TcpConnection(String listener, long number, Socket socket, Optional<ServerTls> serverTls)
      throws IOException {
    this.listener = listener;
    this.number = number;
    this.socket = socket;
    this.serverTls = serverTls;
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
    this.peer = (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return output;
  }

  @Override
  public boolean offersTls() {
    return serverTls.isPresent() && tls.isEmpty();
  }

  @Override
  public void startTls() throws IOException {
    TlsStreams streams = TlsStreams.over(socket, serverTls.orElseThrow().context(), this);
    input = streams.input();
    output = streams.output();
    tls = Optional.of(streams);
  }

  @Override
  public Optional<TlsTraits> tls() {
    return tls.map(TlsStreams::traits);
  }

  @Override
  public InetSocketAddress peer() {
    return peer;
  }

  @Override
  public void identify(String name) {
    user = Optional.of(name);
  }

  /** The how-manieth of its listener it is. */
  long number() {
    return number;
  }

  @Override
  public String id() {
    return listener + "-" + number;
  }

  @Override
  public Duration age() {
    return Duration.ofNanos(nanos());
  }

  @Override
  public Duration idleTime() {
    return Duration.ofNanos(nanos() - heard);
  }

  @Override
  public boolean isProtected() {
    return tls.isPresent();
  }

  @Override
  public Optional<String> user() {
    return user;
  }

  @Override
  public void end() {
    ordered = nanos();
    if (work.compareAndSet(Work.IDLE, Work.INTERRUPTED) || work.get() == Work.BUSY) {
      endInput(Ending.BY_ORDER);
    }
  }

  @Override
  public void limit(Duration time) {
    limit = nanos() + time.toNanos();
  }

  @Override
  public void unlimited() {
    limit = NO_LIMIT;
  }

  @Override
  public void idle() {
    work.set(Work.IDLE);
    if (stopping) {
      interruptIfIdle();
    }
  }

  @Override
  public boolean busy() {
    heard = nanos();
    return work.compareAndSet(Work.IDLE, Work.BUSY);
  }

  @Override
  public Ending ending() {
    return ending;
  }

  @Override
  public void aside(Runnable work) {
    Thread.ofVirtual().name("aside " + peer).start(work);
  }

  @Override
  public void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on the connection ends as soon as it is idle. */
  void stop() {
    stopping = true;
    interruptIfIdle();
  }

  private void interruptIfIdle() {
    if (work.compareAndSet(Work.IDLE, Work.INTERRUPTED)) {
      endInput(Ending.BY_STOP);
    }
  }

  /**
   * Ends the input of a connection whose limit passed; cuts it, as one that was ended by order,
   * {@code patience} later.
   */
  void keepLimit(Duration patience) {
    long nanos = nanos();
    long over = nanos - limit;
    if (over >= 0 && ending == Ending.BY_PEER) {
      endInput(Ending.BY_LIMIT);
    } else if (Math.max(over, nanos - ordered) > patience.toNanos()) {
      close();
    }
  }

  private void endInput(Ending why) {
    ending = why;
    try {
      socket.shutdownInput();
    } catch (IOException e) {
      close();
    }
  }

  /**
   * Tells the peer that no more comes, and reads what it still sends for a while: a socket closed
   * with octets unread is reset, and the peer might lose the last reply.
   */
  void linger(Duration time) {
    limit(time);
    try {
      if (tls.isPresent()) {
        tls.get().sayGoodbye();
      }
      socket.shutdownOutput();
      InputStream rest = socket.getInputStream();
      byte[] discarded = new byte[DISCARDED_AT_ONCE];
      while (rest.read(discarded) >= 0 && nanos() < limit) {
        // Nobody wants it.
      }
    } catch (IOException e) {
      // The peer was faster.
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private long nanos() {
    return System.nanoTime() - opened;
  }
}
