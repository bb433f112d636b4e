package org.mailroom.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Optional;
import org.mailroom.database.DatabaseException;
import org.mailroom.pop3.Maildrop;
import org.mailroom.store.MailStore;
import org.mailroom.store.MessageList;

/**
 * An inbox as a maildrop. A message's unique id is the UIDVALIDITY of the inbox and its UID, so
 * IMAP and POP3 clients mean the same by it.
 */
final class StoredMaildrop implements Maildrop {

  private final MailStore store;
  private final long account;
  private final Optional<MessageList> list;
  private final Runnable release;

  /**
   * A maildrop of one session.
   *
   * @param list empty when the account never had mail
   * @param release gives the maildrop back
   */
  StoredMaildrop(MailStore store, long account, Optional<MessageList> list, Runnable release) {
    this.store = store;
    this.account = account;
    this.list = list;
    this.release = release;
  }

  @Override
  public int count() {
    return list.map(MessageList::count).orElse(0);
  }

  @Override
  public long size(int message) {
    return list.orElseThrow().size(message);
  }

  @Override
  public String uniqueId(int message) {
    MessageList messages = list.orElseThrow();
    return messages.mailbox().uidValidity() + "." + messages.uid(message);
  }

  @Override
  public InputStream open(int message) throws IOException {
    MessageList messages = list.orElseThrow();
    try {
      return store.open(
          store
              .message(messages.mailbox().id(), messages.uid(message))
              .orElseThrow(() -> new IOException("The message has been deleted")));
    } catch (DatabaseException e) {
      throw new IOException("The message can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void delete(BitSet marked) throws IOException {
    MessageList messages = list.orElseThrow();
    try {
      store.expunge(
          account, messages.mailbox().id(), marked.stream().mapToObj(messages::uid).toList());
    } catch (DatabaseException e) {
      throw new IOException("Messages can't be deleted: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
