package org.mailroom.reception;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mailroom.hub.ListenerEndpoint;
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
abstract class SmtpEndpoint extends ListenerEndpoint implements Reception {

  @Inject private HubReceptionPolicy policy;
  @Inject private MailIntake intake;

  /** The listener opens when this returns: not before mail may move. */
  @Override
  public ReceptionPolicy policy() {
    awaitOpening();
    return policy;
  }

  @Override
  public ReceptionOutcome receive(ReceivedMail mail) {
    return intake.receive(mail, policy.origin(mail.peer()));
  }
}
