package org.mailroom.access;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.mailroom.listener.ListenerService;

/** POP3, with STLS. */
@MessageDriven(
    messageListenerInterface = ListenerService.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "pop3"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_POP3_PORT:2110}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pop3Endpoint extends MaildropEndpoint {

  /** For the container. */
  public Pop3Endpoint() {
    super(false);
  }
}
