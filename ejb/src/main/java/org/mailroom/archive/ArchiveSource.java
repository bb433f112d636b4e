package org.mailroom.archive;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.mailbox.archive.NotReadableException;

/** An archive, read as a stream: what stands in front of messages says which they are. */
final class ArchiveSource implements Source {

  private final ZipSource zip;
  private final Map<String, IndexedMessage> indexed = new HashMap<>();
  private Optional<String> folder = Optional.empty();

  ArchiveSource(UploadInput in) {
    this.zip = new ZipSource(in);
  }

  @Override
  public void copyTo(Incoming incoming) throws IOException {
    Optional<ZipEntry> head = zip.next();
    if (head.isEmpty() || !head.get().getName().equals(ArchiveFormat.HEAD)) {
      throw new NotReadableException(
          "This is no archive of a mailbox: it doesn't begin with " + ArchiveFormat.HEAD);
    }
    JsonObject about = json();
    if (!about.getString("format", "").equals(ArchiveFormat.NAME)
        || about.getInt("version", 0) != ArchiveFormat.VERSION) {
      throw new NotReadableException(
          "This hub reads archives of version " + ArchiveFormat.VERSION + " only");
    }
    for (Optional<ZipEntry> entry = zip.next(); entry.isPresent(); entry = zip.next()) {
      String path = entry.get().getName();
      if (path.equals(ArchiveFormat.END)) {
        incoming.flush();
        return;
      }
      if (!entry.get().isDirectory()) {
        take(path, incoming);
      }
    }
    throw new NotReadableException("The archive ends too early");
  }

  private void take(String path, Incoming incoming) throws IOException {
    int slash = path.lastIndexOf('/') + 1;
    String above = path.substring(0, slash);
    String file = path.substring(slash);
    boolean isHere = folder.filter(above::equals).isPresent();
    if (file.equals(ArchiveFormat.MAILBOX) && above.startsWith(ArchiveFormat.MAILBOXES)) {
      folder = Optional.of(above);
      indexed.clear();
      into(json(), incoming);
    } else if (isHere
        && file.startsWith(ArchiveFormat.MESSAGES)
        && file.endsWith(ArchiveFormat.JSON)) {
      index(json());
    } else if (isHere && indexed.containsKey(file)) {
      add(indexed.remove(file), incoming);
    } else {
      incoming.ignore();
    }
  }

  private static void into(JsonObject mailbox, Incoming incoming) throws IOException {
    MailboxName name;
    try {
      name = MailboxName.of(mailbox.getString("name", ""));
    } catch (IllegalArgumentException e) {
      throw new NotReadableException("The archive names a mailbox that none can be named", e);
    }
    incoming.into(
        name,
        SpecialUse.of(mailbox.getString("special_use", "")),
        mailbox.getBoolean("subscribed", false));
  }

  private void index(JsonObject json) throws NotReadableException {
    List<JsonValue> messages;
    indexed.clear();
    try {
      messages = json.getOrDefault("messages", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
      if (messages.size() > ArchiveFormat.LONGEST_INDEX) {
        throw new NotReadableException("An index of the archive is too long");
      }
      for (JsonValue message : messages) {
        IndexedMessage read = IndexedMessage.of(message.asJsonObject());
        indexed.put(read.file(), read);
      }
    } catch (ClassCastException e) {
      throw new NotReadableException("The archive says nonsense of messages", e);
    }
  }

  private void add(IndexedMessage message, Incoming incoming) throws IOException {
    try (HashedContent.Builder content = incoming.newContent()) {
      zip.copyTo(content);
      incoming.add(message, content);
    }
  }

  private JsonObject json() throws IOException {
    String text = zip.text(ArchiveFormat.LARGEST_INDEX);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new NotReadableException("An index of the archive is no JSON", e);
    }
  }
}
