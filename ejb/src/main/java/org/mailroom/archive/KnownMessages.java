package org.mailroom.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.MailboxIndex;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MessageBatches;
import org.mailroom.store.MessageGoneException;
import org.mailroom.store.MessageRow;
import org.mailroom.store.Reading;

/** The messages of a mailbox, to be known again by internal date and octets. */
final class KnownMessages {

  private static final int BUFFER = 64 * 1024;

  private final MailboxMessages messages;
  private final long account;
  private final long mailbox;
  private final DatedUids uids = new DatedUids();

  /** Those that are in it now. */
  KnownMessages(MailboxMessages messages, long account, long mailbox) {
    this.messages = messages;
    this.account = account;
    this.mailbox = mailbox;
    MailboxIndex index = messages.index(account, mailbox);
    index.visit(
        index.uids(),
        message -> {
          add(message.internalDate(), message.size(), message.uid());
          return true;
        });
  }

  void add(Instant date, long size, long uid) {
    uids.add(date, size, uid);
  }

  /** True when it is there still. */
  boolean has(Instant date, HashedContent content) throws IOException {
    NumberSet like = uids.find(date, content.octets().size());
    if (like.isEmpty()) {
      return false;
    }
    MessageBatches batches = messages.read(messages.index(account, mailbox), like, Reading.OCTETS);
    for (List<MessageRow> rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
      for (MessageRow row : rows) {
        if (row.internalDate().equals(date)
            && row.size() == content.octets().size()
            && isOf(row, content.sha256())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(MessageRow row, String sha256) throws IOException {
    try {
      return sha256(row).equals(sha256);
    } catch (MessageGoneException e) {
      return false;
    }
  }

  private static String sha256(MessageRow row) throws IOException {
    MessageDigest digest = HashedContent.newDigest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = row.open(0)) {
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
