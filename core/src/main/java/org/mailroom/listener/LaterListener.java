package org.mailroom.listener;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ListenerReport;
import org.mailroom.transport.ServerTls;

/**
 * A listener whose port opens when what stands behind it is ready, which a thread of its own waits
 * for. {@link #close} closes it for good, whichever comes first.
 */
public final class LaterListener {

  private static final Logger LOG = System.getLogger(LaterListener.class.getName());

  /** What stands behind a port. */
  public interface Service {

    /** Serves its connections; returns only when it can. */
    ConnectionHandler handler();

    /** What connections can be protected with; asked for after the handler. */
    Optional<ServerTls> tls();
  }

  private final String name;
  private final InetSocketAddress address;
  private final Service service;
  private final ListenerReport report;
  private TcpListener listener;
  private boolean closed;

  /**
   * A listener that is not open yet.
   *
   * @param address where it listens; at port 0 it never opens
   * @param report is told when it opens, closes, or can't open
   */
  public LaterListener(
      String name, InetSocketAddress address, Service service, ListenerReport report) {
    this.name = name;
    this.address = address;
    this.service = service;
    this.report = report;
  }

  /** Begins to wait for the service. */
  public void open() {
    if (address.getPort() != 0) {
      Thread.ofPlatform().daemon().name(name + "-open").start(this::openNow);
    }
  }

  private void openNow() {
    try {
      ConnectionHandler handler = service.handler();
      Optional<TcpListener> opened = open(handler, service.tls());
      opened.ifPresent(open -> report.listenerOpened(name, address, open::sessions));
    } catch (IOException e) {
      report.listenerFailed(name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The listener " + name + " stays closed: the hub is not ready", e);
    }
  }

  private synchronized Optional<TcpListener> open(
      ConnectionHandler handler, Optional<ServerTls> tls) throws IOException {
    if (!closed) {
      listener = TcpListener.open(name, address, handler, tls);
    }
    return Optional.ofNullable(listener);
  }

  /** Closes the port, gives busy sessions their grace, and returns when none is left. */
  public void close(Duration grace) {
    TcpListener open = takeForClosing();
    if (open != null) {
      open.stop(grace);
      report.listenerClosed(name);
    }
  }

  private synchronized TcpListener takeForClosing() {
    closed = true;
    TcpListener open = listener;
    listener = null;
    return open;
  }
}
