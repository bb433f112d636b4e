package org.mailroom.relay;

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
 * Takes mail that is ready. Outside JTA: the message is acknowledged when this returns, after its
 * outcome was published.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/mailroom/relay"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Auto-acknowledge"),
      @ActivationConfigProperty(
          propertyName = "maxSession",
          propertyValue = "${env.MAILROOM_RELAY_SESSIONS:64}"),
      @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0"),
      @ActivationConfigProperty(
          propertyName = "minLargeMessageSize",
          propertyValue = "" + QueueRecord.PIECE)
    })
@TransactionManagement(TransactionManagementType.BEAN)
@Pool("mailroom-relay")
public class RelayConsumer implements MessageListener {

  @Inject private RelayWork work;

  @Override
  public void onMessage(Message message) {
    work.relay(message);
  }
}
