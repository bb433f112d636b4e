package org.mailroom.access;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.mailroom.listener.ListenerService;

/** IMAP, with STARTTLS. */
@MessageDriven(
    messageListenerInterface = ListenerService.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "imap"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_IMAP_PORT:2143}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImapEndpoint extends MailboxEndpoint {

  /** For the container. */
  public ImapEndpoint() {
    super(false);
  }
}
