package org.mailroom.reception;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import org.jboss.ejb3.annotation.Pool;
import org.mailroom.hub.Opening;
import org.mailroom.smtp.server.ReceivedMail;
import org.mailroom.smtp.server.Reception;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.smtp.server.ReceptionPolicy;

/**
 * Takes mail transactions from the SMTP resource adapter. Outside JTA: what makes a mail safe is
 * the broker's confirmation, which {@link MailIntake} waits for, not the end of this method. Runs
 * on the virtual thread of the SMTP session.
 */
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
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Pool("mailroom-reception")
public class ReceptionEndpoint implements Reception {

  @Inject private HubReceptionPolicy policy;
  @Inject private MailIntake intake;
  @Inject private Listeners listeners;
  @Inject private Opening opening;

  /** The listener opens when this returns: not before mail may move. */
  @Override
  public ReceptionPolicy policy() {
    try {
      opening.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The hub is being stopped", e);
    }
    return policy;
  }

  @Override
  public ReceptionOutcome receive(ReceivedMail mail) {
    return intake.receive(mail);
  }

  @Override
  public void listenerOpened(String name, InetSocketAddress address) {
    listeners.opened(name, address);
  }

  @Override
  public void listenerClosed(String name) {
    listeners.closed(name);
  }

  @Override
  public void listenerFailed(String name, String reason) {
    listeners.failed(name, reason);
  }
}
