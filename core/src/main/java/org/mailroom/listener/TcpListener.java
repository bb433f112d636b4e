package org.mailroom.listener;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.OpenSession;
import org.mailroom.transport.ServerTls;

/**
 * An open TCP port. One platform thread accepts, each connection is served on a virtual thread of
 * its own. Threads that open and stop it may differ.
 */
public final class TcpListener {

  private static final Logger LOG = System.getLogger(TcpListener.class.getName());
  private static final int BACKLOG = 1024;
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final Duration END_OF_CUT = Duration.ofSeconds(5);
  private static final Duration ACCEPT_RETRY = Duration.ofSeconds(1);

  private final String name;
  private final ServerSocket port;
  private final ConnectionHandler handler;
  private final Optional<ServerTls> tls;
  private final Admission admission = new Admission(System::nanoTime);
  private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
  private final Reaper reaper;
  private final Thread acceptor;
  private volatile Thread stopper;

  /** For the thread that accepts. */
  private long accepted;

  private TcpListener(
      String name, ServerSocket port, ConnectionHandler handler, Optional<ServerTls> tls) {
    this.name = name;
    this.port = port;
    this.handler = handler;
    this.tls = tls;
    this.reaper = new Reaper(name, connections);
    this.acceptor = Thread.ofPlatform().daemon().name(name + "-accept").unstarted(this::accept);
  }

  /**
   * Opens a port and serves it.
   *
   * @param name of the listener, in thread names and log lines
   * @param address where it listens; port 0 takes any free port
   * @param tls what connections can be protected with
   * @throws IOException when the port can't be opened, because it is taken for example
   */
  public static TcpListener open(
      String name, InetSocketAddress address, ConnectionHandler handler, Optional<ServerTls> tls)
      throws IOException {
    ServerSocket port = new ServerSocket();
    try {
      port.setReuseAddress(true);
      port.bind(address, BACKLOG);
    } catch (IOException e) {
      port.close();
      throw e;
    }
    TcpListener listener = new TcpListener(name, port, handler, tls);
    listener.acceptor.start();
    return listener;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) port.getLocalSocketAddress();
  }

  /** What goes on, the oldest first. */
  public List<OpenSession> sessions() {
    return connections.stream()
        .sorted(Comparator.comparingLong(TcpConnection::number))
        .map(OpenSession.class::cast)
        .toList();
  }

  /** Open connections, now. */
  public int connections() {
    return connections.size();
  }

  /**
   * Accepts no more, ends idle connections at once and waits for the busy ones; those that are
   * still open after {@code grace} are cut. An interrupt ends the grace.
   *
   * @return how many were cut
   */
  public int stop(Duration grace) {
    stopper = Thread.currentThread();
    closePort();
    connections.forEach(TcpConnection::stop);
    awaitEnd(grace);
    Set<TcpConnection> cut = Set.copyOf(connections);
    cut.forEach(TcpConnection::close);
    awaitEnd(END_OF_CUT);
    reaper.close();
    if (!cut.isEmpty()) {
      LOG.log(Level.WARNING, name + ": " + cut.size() + " connections were cut after " + grace);
    }
    return cut.size();
  }

  private void closePort() {
    try {
      port.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, name + ": the port did not close", e);
    }
    boolean interrupted = false;
    while (acceptor.isAlive()) {
      try {
        acceptor.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd(Duration time) {
    long began = System.nanoTime();
    long left = time.toNanos();
    while (!connections.isEmpty() && left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, left);
      left = time.toNanos() - (System.nanoTime() - began);
    }
  }

  private void accept() {
    AcceptTrouble trouble = new AcceptTrouble(name);
    while (!port.isClosed()) {
      try {
        Socket socket = port.accept();
        trouble.over();
        take(socket);
      } catch (IOException e) {
        if (!port.isClosed()) {
          trouble.with(e);
          LockSupport.parkNanos(this, ACCEPT_RETRY.toNanos());
        }
      }
    }
  }

  private void take(Socket socket) {
    InetAddress peer = socket.getInetAddress();
    Optional<Admission.Token> token = Optional.empty();
    boolean served = false;
    try {
      token = admission.admit(peer, handler.isTrusted(peer), handler.limits());
      socket.setTcpNoDelay(true);
      if (token.isPresent()) {
        serve(new TcpConnection(name, ++accepted, socket, tls), token.get());
        served = true;
      } else {
        socket.getOutputStream().write(handler.refusal());
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, () -> name + ": a connection ended early: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": a connection could not be served", e);
    } finally {
      if (!served) {
        token.ifPresent(Admission.Token::close);
        closeUnserved(socket);
      }
    }
  }

  private static void closeUnserved(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A socket did not close", e);
    }
  }

  private void serve(TcpConnection connection, Admission.Token token) {
    connections.add(connection);
    Thread.ofVirtual()
        .name(name + " " + connection.peer())
        .start(() -> converse(connection, token));
  }

  private void converse(TcpConnection connection, Admission.Token token) {
    try {
      handler.serve(connection);
      connection.linger(LINGER);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, () -> name + ": a connection broke: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": a conversation failed", e);
    } finally {
      connection.close();
      token.close();
      connections.remove(connection);
      LockSupport.unpark(stopper);
    }
  }
}
