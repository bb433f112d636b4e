package org.mailroom.reception;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.jboss.ejb3.annotation.Pool;
import org.mailroom.smtp.server.Reception;

/** Takes mail of users, who begin TLS and log in. */
@MessageDriven(
    messageListenerInterface = Reception.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "submission"),
      @ActivationConfigProperty(propertyName = "service", propertyValue = "submission"),
      @ActivationConfigProperty(
          propertyName = "bindAddress",
          propertyValue = "${env.MAILROOM_BIND:127.0.0.1}"),
      @ActivationConfigProperty(
          propertyName = "port",
          propertyValue = "${env.MAILROOM_SUBMISSION_PORT:2587}"),
      @ActivationConfigProperty(
          propertyName = "stopGrace",
          propertyValue = "${env.MAILROOM_STOP_GRACE:60s}")
    })
@Pool("mailroom-reception")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmissionEndpoint extends SmtpEndpoint {}
