package org.mailroom.queue.view;

import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/** The broker's management bean of a queue, as far as it is asked. */
public interface ShownQueue {

  long getMessageCount();

  long getScheduledCount();

  int getDeliveringCount();

  CompositeData[] browse(int page, int size);

  CompositeData[] browse(int page, int size, String filter);

  Map<String, Object>[] listScheduledMessages();

  Map<String, Map<String, Object>[]> listDeliveringMessages();

  /** The broker itself, as far as it is asked. */
  interface Disk {
    double getDiskStoreUsage();
  }

  /** A queue in memory. A filter is {@code name = 'value'}. */
  final class InMemory implements ShownQueue {

    List<Map<String, Object>> ready = List.of();
    List<Map<String, Object>> waiting = List.of();
    List<Map<String, Object>> inDelivery = List.of();
    int listings;

    /** Counted, where the messages themselves would be too many for a test. */
    long waitingBeside;

    @Override
    public long getMessageCount() {
      return ready.size() + getScheduledCount() + inDelivery.size();
    }

    @Override
    public long getScheduledCount() {
      return waiting.size() + waitingBeside;
    }

    @Override
    public int getDeliveringCount() {
      return inDelivery.size();
    }

    @Override
    public CompositeData[] browse(int page, int size) {
      return compose(ready, page, size);
    }

    @Override
    public CompositeData[] browse(int page, int size, String filter) {
      int equals = filter.indexOf(" = ");
      String name = filter.substring(0, equals);
      String value = filter.substring(equals + 4, filter.length() - 1);
      List<Map<String, Object>> found =
          ready.stream().filter(message -> value.equals(message.get(name))).toList();
      return compose(found, page, size);
    }

    @Override
    public Map<String, Object>[] listScheduledMessages() {
      listings++;
      return array(waiting);
    }

    @Override
    public Map<String, Map<String, Object>[]> listDeliveringMessages() {
      return Map.of("a consumer", array(inDelivery));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The broker's signature has such arrays.
    private static Map<String, Object>[] array(List<Map<String, Object>> messages) {
      return messages.toArray(new Map[0]);
    }

    private static CompositeData[] compose(List<Map<String, Object>> messages, int page, int size) {
      return messages.stream()
          .skip((long) (page - 1) * size)
          .limit(size)
          .map(ShownMessage::compose)
          .toArray(CompositeData[]::new);
    }
  }
}
