package org.mailroom.delivery;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.jboss.ejb3.annotation.Pool;
import org.mailroom.queue.QueueRecord;

/**
 * Takes mail that is ready for mailboxes. Outside JTA: the message is acknowledged when this
 * returns, after its outcome was published.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/mailroom/delivery"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Auto-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "48"),
      @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0"),
      @ActivationConfigProperty(
          propertyName = "minLargeMessageSize",
          propertyValue = "" + QueueRecord.PIECE)
    })
@TransactionManagement(TransactionManagementType.BEAN)
@Pool("mailroom-delivery")
public class DeliveryConsumer implements MessageListener {

  @Inject private DeliveryWork work;

  @Override
  public void onMessage(Message message) {
    work.deliver(message);
  }
}
