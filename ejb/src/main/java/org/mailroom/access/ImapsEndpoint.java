package org.mailroom.access;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.mailroom.listener.ListenerService;

/** IMAP under TLS from the first octet on. */
@MessageDriven(
    messageListenerInterface = ListenerService.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "imaps"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_IMAPS_PORT:2993}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImapsEndpoint extends MailboxEndpoint {

  /** For the container. */
  public ImapsEndpoint() {
    super(true);
  }
}
