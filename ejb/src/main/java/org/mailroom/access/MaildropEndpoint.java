package org.mailroom.access;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.pop3.Pop3ConnectionHandler;
import org.mailroom.transport.ConnectionHandler;

/** Serves POP3. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
abstract class MaildropEndpoint extends AccessEndpoint {

  @Inject private HubMaildrops maildrops;

  MaildropEndpoint(boolean beginsWithTls) {
    super(beginsWithTls);
  }

  @Override
  ConnectionHandler handler(boolean tlsFirst, Clock time) {
    return new Pop3ConnectionHandler(maildrops, tlsFirst, time);
  }
}
