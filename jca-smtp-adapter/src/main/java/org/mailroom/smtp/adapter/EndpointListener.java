package org.mailroom.smtp.adapter;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.mailroom.listener.LaterListener;
import org.mailroom.smtp.server.SmtpConnectionHandler;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ServerTls;

/** The listener of one activated endpoint. */
final class EndpointListener implements LaterListener.Service {

  private final EndpointReception reception;
  private final SmtpActivation activation;
  private final LaterListener listener;

  EndpointListener(EndpointReception reception, SmtpActivation activation) {
    this.reception = reception;
    this.activation = activation;
    this.listener =
        new LaterListener(activation.getListenerName(), activation.address(), this, reception);
  }

  /** Begins to wait for the endpoint. */
  void openLater() {
    listener.open();
  }

  @Override
  public ConnectionHandler handler() {
    return new SmtpConnectionHandler(
        activation.smtpService(), reception, Clock.system(ZoneId.systemDefault()));
  }

  @Override
  public Optional<ServerTls> tls() {
    return reception.policy().tls();
  }

  /** Closes the port, gives sessions in DATA their grace, and returns when none is left. */
  void close() {
    listener.close(activation.grace());
    reception.release();
  }
}
