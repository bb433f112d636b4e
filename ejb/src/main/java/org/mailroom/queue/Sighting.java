package org.mailroom.queue;

import java.util.Map;
import java.util.Optional;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;

/**
 * A message that a scan met.
 *
 * @param queue where it is
 * @param messageId the broker's number of it
 * @param entry the part that it is
 * @param about the publication that it tells of, when it is a DSN
 */
record Sighting(QueueName queue, long messageId, QueueEntry entry, Optional<String> about) {

  /** Reads a message of a queue, as the broker lists it. */
  static Sighting of(QueueName queue, Map<String, Object> properties) {
    long id = Long.parseLong(String.valueOf(properties.get(BrokerQueue.MESSAGE_ID)));
    RecordReader record = RecordReader.of(properties);
    if (properties.containsKey(QueueRecord.UNREADABLE)) {
      return unreadable(queue, id, record);
    }
    try {
      QueuedMail mail = record.mail(new ContentInBroker(record.size()));
      QueueEntry entry = QueueEntry.of(mail, stateIn(queue));
      if (entry.state() == QueueState.READY
          && properties.get(BrokerQueue.DUE) instanceof Number due) {
        entry = entry.waitingUntil(due.longValue());
      }
      return new Sighting(queue, id, entry, mail.about());
    } catch (UnreadableMailException e) {
      return unreadable(queue, id, record);
    }
  }

  private static Sighting unreadable(QueueName queue, long id, RecordReader record) {
    return new Sighting(queue, id, QueueEntry.unreadable(id, record), Optional.empty());
  }

  private static QueueState stateIn(QueueName queue) {
    return switch (queue) {
      case RELAY -> QueueState.READY;
      case DELIVERY -> QueueState.DELIVERY;
      case DEFERRED -> QueueState.DEFERRED;
      case HELD -> QueueState.HELD;
      case DEAD -> QueueState.DEAD;
    };
  }
}
