package org.mailroom.access;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.hub.ListenerEndpoint;
import org.mailroom.listener.ListenerService;
import org.mailroom.pop3.Pop3ConnectionHandler;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ServerTls;

/** Serves POP3 through the mailbox resource adapter; each listener has a bean of its own. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
abstract class MaildropEndpoint extends ListenerEndpoint implements ListenerService {

  private final boolean beginsWithTls;

  @Inject private HubMaildrops maildrops;
  @Inject private Clock clock;

  MaildropEndpoint(boolean beginsWithTls) {
    this.beginsWithTls = beginsWithTls;
  }

  /** The listener opens when this returns: not before the store is there. */
  @Override
  public ConnectionHandler handler() {
    awaitOpening();
    return new Pop3ConnectionHandler(maildrops, beginsWithTls, clock);
  }

  @Override
  public Optional<ServerTls> tls() {
    return maildrops.tls();
  }
}
