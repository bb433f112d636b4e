package org.mailroom.it.architecture.broken;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Queue;
import jakarta.jms.Session;

/** Creates a JMS producer and an object message. */
final class Producer {
  void send(Session session, Queue queue) throws JMSException {
    try (MessageProducer producer = session.createProducer(queue)) {
      ObjectMessage message = session.createObjectMessage("text");
      producer.send(message);
    }
  }
}
