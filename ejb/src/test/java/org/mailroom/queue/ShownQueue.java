package org.mailroom.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;

/** The broker's management bean of a queue, as far as it is asked. */
public interface ShownQueue {

  long getMessageCount();

  long getScheduledCount();

  int getDeliveringCount();

  CompositeData[] browse(int page, int size);

  Map<String, Object>[] listScheduledMessages();

  Map<String, Map<String, Object>[]> listDeliveringMessages();

  boolean removeMessage(long id);

  boolean moveMessage(long id, String address);

  /** A queue in memory. */
  final class InMemory implements ShownQueue {

    final List<Map<String, Object>> ready = new ArrayList<>();
    final List<Map<String, Object>> waiting = new ArrayList<>();
    final List<Map<String, Object>> inDelivery = new ArrayList<>();
    final Map<String, InMemory> all;

    /** Whenever messages were listed, the time of one has come. */
    boolean timeGoesOn;

    InMemory(Map<String, InMemory> all) {
      this.all = all;
    }

    /** All messages, wherever they are. */
    Stream<Map<String, Object>> messages() {
      return Stream.of(ready, waiting, inDelivery).flatMap(List::stream);
    }

    @Override
    public long getMessageCount() {
      return messages().count();
    }

    @Override
    public long getScheduledCount() {
      return waiting.size();
    }

    @Override
    public int getDeliveringCount() {
      return inDelivery.size();
    }

    @Override
    public CompositeData[] browse(int page, int size) {
      CompositeData[] shown =
          ready.stream()
              .skip((long) (page - 1) * size)
              .limit(size)
              .map(ShownMessage::compose)
              .toArray(CompositeData[]::new);
      letOneComeDue();
      return shown;
    }

    @Override
    public Map<String, Object>[] listScheduledMessages() {
      Map<String, Object>[] shown = array(waiting);
      letOneComeDue();
      return shown;
    }

    @Override
    public Map<String, Map<String, Object>[]> listDeliveringMessages() {
      return Map.of("a consumer", array(inDelivery));
    }

    @Override
    public boolean removeMessage(long id) {
      return ready.removeIf(message -> isNumber(message, id))
          || waiting.removeIf(message -> isNumber(message, id));
    }

    @Override
    public boolean moveMessage(long id, String address) {
      List<Map<String, Object>> moved =
          Stream.of(ready, waiting)
              .flatMap(List::stream)
              .filter(message -> isNumber(message, id))
              .toList();
      all.get(address).ready.addAll(moved);
      return removeMessage(id);
    }

    private void letOneComeDue() {
      if (timeGoesOn && !waiting.isEmpty()) {
        ready.add(waiting.removeFirst());
      }
    }

    private static boolean isNumber(Map<String, Object> message, long id) {
      return message.get("messageID").equals(id);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The broker's signature has such arrays.
    private static Map<String, Object>[] array(List<Map<String, Object>> messages) {
      return messages.toArray(new Map[0]);
    }
  }
}
