package org.mailroom.access;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.mailroom.listener.ListenerService;

/** POP3 under TLS from the first octet on. */
@MessageDriven(
    messageListenerInterface = ListenerService.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "pop3s"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_POP3S_PORT:2995}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pop3sEndpoint extends MaildropEndpoint {

  /** For the container. */
  public Pop3sEndpoint() {
    super(true);
  }
}
