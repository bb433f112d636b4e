package org.mailroom.reception;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import org.mailroom.hub.Opening;
import org.mailroom.smtp.server.ReceivedMail;
import org.mailroom.smtp.server.Reception;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.smtp.server.ReceptionPolicy;

/**
 * Takes mail transactions from the SMTP resource adapter; each listener has a bean of its own.
 * Outside JTA: what makes a mail safe is the broker's confirmation, which {@link MailIntake} waits
 * for, not the end of this method. Runs on the virtual thread of the SMTP session.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
abstract class SmtpEndpoint implements Reception {

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
    return intake.receive(mail, policy.origin(mail.peer()));
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
