package org.mailroom.reception;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.jboss.ejb3.annotation.Pool;
import org.mailroom.smtp.server.Reception;

/** Takes mail from anybody. */
@MessageDriven(
    messageListenerInterface = Reception.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "smtp"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_SMTP_PORT:2525}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@Pool("mailroom-reception")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceptionEndpoint extends SmtpEndpoint {}
