package org.mailroom.access;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.imap.session.ImapConnectionHandler;
import org.mailroom.transport.ConnectionHandler;

/** Serves IMAP. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
abstract class MailboxEndpoint extends AccessEndpoint {

  @Inject private HubImapService service;

  MailboxEndpoint(boolean beginsWithTls) {
    super(beginsWithTls);
  }

  @Override
  ConnectionHandler handler(boolean tlsFirst, Clock time) {
    return new ImapConnectionHandler(service, tlsFirst, time);
  }
}
