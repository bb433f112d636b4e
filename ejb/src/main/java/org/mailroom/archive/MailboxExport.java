package org.mailroom.archive;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Spool;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.archive.ArchivePath;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxIndex;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MessageBatches;
import org.mailroom.store.MessageGoneException;
import org.mailroom.store.MessageRow;
import org.mailroom.store.Reading;

/** A mailbox as it is when its export begins; what is deleted meanwhile is left out. */
final class MailboxExport {

  private final MailboxMessages messages;
  private final Spool spool;
  private final ArchiveZip zip;
  private final Mailbox mailbox;
  private final String folder;
  private final List<Spooled> waiting = new ArrayList<>();
  private long octets;
  private int indexes;
  private long count;

  private record Spooled(IndexedMessage index, HashedContent content) {}

  MailboxExport(MailboxMessages messages, Spool spool, ArchiveZip zip, Mailbox mailbox) {
    this.messages = messages;
    this.spool = spool;
    this.zip = zip;
    this.mailbox = mailbox;
    this.folder = ArchiveFormat.MAILBOXES + ArchivePath.of(MailboxName.of(mailbox.name()));
  }

  /**
   * Writes it.
   *
   * @return how many messages
   * @throws org.mailroom.store.MailboxRefusedException when it is deleted
   */
  long write(boolean subscribed) throws IOException {
    MailboxIndex index = messages.index(mailbox.accountId(), mailbox.id());
    JsonObjectBuilder about = Json.createObjectBuilder().add("name", mailbox.name());
    mailbox.specialUse().ifPresent(use -> about.add("special_use", use.attribute()));
    about.add("subscribed", subscribed).add("uid_validity", index.uidValidity());
    zip.add(folder + ArchiveFormat.MAILBOX, about.build());
    try {
      MessageBatches batches = messages.read(index, index.uids(), Reading.OCTETS);
      for (List<MessageRow> rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
        for (MessageRow row : rows) {
          take(row);
        }
      }
      writeWaiting();
      return count;
    } finally {
      discard();
    }
  }

  private void take(MessageRow row) throws IOException {
    Optional<HashedContent> content = content(row);
    if (content.isEmpty()) {
      return;
    }
    IndexedMessage index =
        new IndexedMessage(
            row.uid() + ".eml", row.internalDate(), row.flags(), content.get().sha256());
    waiting.add(new Spooled(index, content.get()));
    octets += content.get().octets().size();
    if (waiting.size() >= ArchiveFormat.BATCH || octets >= ArchiveFormat.BATCH_OCTETS) {
      writeWaiting();
    }
  }

  private Optional<HashedContent> content(MessageRow row) throws IOException {
    try (HashedContent.Builder content = new HashedContent.Builder(spool, Long.MAX_VALUE);
        InputStream in = row.open(0)) {
      in.transferTo(content);
      return Optional.of(content.finish());
    } catch (MessageGoneException e) {
      return Optional.empty();
    }
  }

  private void writeWaiting() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    JsonArrayBuilder index = Json.createArrayBuilder();
    waiting.forEach(one -> index.add(one.index().toJson()));
    indexes++;
    zip.add(
        folder + ArchiveFormat.MESSAGES + indexes + ArchiveFormat.JSON,
        Json.createObjectBuilder().add("messages", index).build());
    for (Spooled one : waiting) {
      zip.add(folder + one.index().file(), one.index().date(), one.content().octets());
    }
    count += waiting.size();
    discard();
  }

  private void discard() {
    waiting.forEach(one -> one.content().close());
    waiting.clear();
    octets = 0;
  }
}
