package org.mailroom.access;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.certificate.Certificates;
import org.mailroom.hub.ListenerEndpoint;
import org.mailroom.listener.ListenerService;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ServerTls;

/** A listener of the mailbox resource adapter; each has a bean of its own. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
abstract class AccessEndpoint extends ListenerEndpoint implements ListenerService {

  private final boolean beginsWithTls;

  @Inject private Certificates certificates;
  @Inject private Clock clock;

  AccessEndpoint(boolean beginsWithTls) {
    this.beginsWithTls = beginsWithTls;
  }

  /** Speaks the protocol of the listener. */
  abstract ConnectionHandler handler(boolean tlsFirst, Clock time);

  /** The listener opens when this returns: not before the store is there. */
  @Override
  public ConnectionHandler handler() {
    awaitOpening();
    return handler(beginsWithTls, clock);
  }

  @Override
  public Optional<ServerTls> tls() {
    return Optional.of(certificates.tls());
  }
}
