package org.mailroom.it.architecture.broken;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A message-driven bean with the wrong name, which rolls back and returns. */
@MessageDriven
class RollbackListener implements MessageListener {
  private MessageDrivenContext context;

  void setContext(MessageDrivenContext context) {
    this.context = context;
  }

  @Override
  public void onMessage(Message message) {
    context.setRollbackOnly();
  }
}
