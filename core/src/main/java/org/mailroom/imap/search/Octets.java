package org.mailroom.imap.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailroom.imap.MessageData;
import org.mailroom.text.MessageTexts;

/**
 * What is found in the octets of a message. They are read when somebody asks, from the front, as
 * far as the answer needs, for all keys at once, so that nobody reads them again. For one thread.
 */
final class Octets implements AutoCloseable {

  private final MessageData message;
  private final List<SearchKey> keys;
  private final Set<SearchKey.OtherField> found = new HashSet<>(0);
  private List<SearchKey.OtherField> fields = List.of();
  private Finder texts;
  private MessageTexts reading;
  private boolean bodyIsRead;

  Octets(MessageData message, List<SearchKey> keys) {
    this.message = message;
    this.keys = keys;
  }

  /** True when the header has such a field. */
  boolean inHeader(SearchKey.OtherField key) throws IOException {
    readHeader();
    return found.contains(key);
  }

  /** True when the text is where it was to be. */
  boolean inMessage(SearchKey.Text key) throws IOException {
    readHeader();
    if (!bodyIsRead && !texts.hasFound(key)) {
      bodyIsRead = true;
      reading.readBody(texts);
    }
    return texts.hasFound(key);
  }

  private void readHeader() throws IOException {
    if (reading == null) {
      fields = only(SearchKey.OtherField.class);
      texts = new Finder(only(SearchKey.Text.class));
      reading = new MessageTexts(message);
      reading.readHeader(this::take);
    }
  }

  private <T> List<T> only(Class<T> type) {
    return keys.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void take(String name, String value) {
    for (SearchKey.OtherField each : fields) {
      if (each.name().equals(name) && each.phrase().isIn(value)) {
        found.add(each);
      }
    }
    texts.readHeader(MessageTexts.text(name, value));
  }

  @Override
  public void close() throws IOException {
    if (reading != null) {
      reading.close();
    }
  }
}
