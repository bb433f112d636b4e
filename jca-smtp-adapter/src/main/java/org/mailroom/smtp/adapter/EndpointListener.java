package org.mailroom.smtp.adapter;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.mailroom.listener.TcpListener;
import org.mailroom.smtp.server.SmtpConnectionHandler;
import org.mailroom.transport.ServerTls;

/**
 * The listener of one activated endpoint. On a thread of its own it waits for the endpoint to be
 * ready and opens the port; {@link #close} closes it for good, whichever comes first.
 */
final class EndpointListener implements Runnable {

  private static final Logger LOG = System.getLogger(EndpointListener.class.getName());

  private final EndpointReception reception;
  private final SmtpActivation activation;
  private TcpListener listener;
  private boolean closed;

  EndpointListener(EndpointReception reception, SmtpActivation activation) {
    this.reception = reception;
    this.activation = activation;
  }

  /** Begins to wait for the endpoint. */
  void openLater() {
    TcpListener.openLater(activation.getListenerName(), this);
  }

  @Override
  public void run() {
    if (activation.portNumber() == 0) {
      return;
    }
    String name = activation.getListenerName();
    try {
      SmtpConnectionHandler handler =
          new SmtpConnectionHandler(
              activation.smtpService(), reception, Clock.system(ZoneId.systemDefault()));
      InetSocketAddress address =
          new InetSocketAddress(activation.address(), activation.portNumber());
      if (open(handler, address, reception.policy().tls())) {
        reception.listenerOpened(name, address);
      }
    } catch (IOException e) {
      reception.listenerFailed(name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The listener " + name + " stays closed: the hub is not ready", e);
    }
  }

  private synchronized boolean open(
      SmtpConnectionHandler handler, InetSocketAddress address, Optional<ServerTls> tls)
      throws IOException {
    if (!closed) {
      listener = TcpListener.open(activation.getListenerName(), address, handler, tls);
    }
    return !closed;
  }

  /** Closes the port, gives sessions in DATA their grace, and returns when none is left. */
  void close() {
    TcpListener open = takeForClosing();
    if (open != null) {
      open.stop(activation.grace());
      reception.listenerClosed(activation.getListenerName());
    }
    reception.release();
  }

  private synchronized TcpListener takeForClosing() {
    closed = true;
    TcpListener open = listener;
    listener = null;
    return open;
  }
}
