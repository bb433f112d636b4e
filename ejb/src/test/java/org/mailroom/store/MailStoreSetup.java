package org.mailroom.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/** A store in a database of its own, and mails for it. */
abstract class MailStoreSetup {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  static final QueueId FIRST = QueueId.of("01HZY8Q2K3M4N");
  static final QueueId SECOND = QueueId.of("01HZY8Q2K3M4P");
  static final QueueId THIRD = QueueId.of("01HZY8Q2K3M4Q");
  static final String TEXT = "Subject: Lunch\r\n\r\nNoon?\r\n";
  static final String ANN = "ann@corp.test";
  static final String BOB = "bob@corp.test";

  @TempDir private Path folder;
  Database database;
  AccountUses uses;
  final MailboxNews news = new MailboxNews();

  final MailStore open(TestDatabase kind) {
    database = kind.open(folder);
    return at(NOW);
  }

  final MailStore at(Instant time) {
    uses = new AccountUses(database);
    return new MailStore(database, uses, news, Clock.fixed(time, ZoneOffset.UTC));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  final MailboxMessages messages() {
    return new MailboxMessages(database, uses, news, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Mailbox box(MailStore store, String name) {
    return store.mailboxes(7).stream()
        .filter(box -> box.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  static List<StoredMessage> inbox(MailStore store, long account) {
    Mailbox inbox =
        store.mailboxes(account).stream()
            .filter(box -> box.name().equals(Mailbox.INBOX))
            .findAny()
            .orElseThrow();
    return store.messages(inbox.id(), 1, 100);
  }

  static MailToFile mail(QueueId id, String part, long account, String to) {
    return mail(id, part, account, to, TEXT.getBytes(UTF_8));
  }

  static MailToFile mail(QueueId id, String part, long account, String to, byte[] octets) {
    return mail(id, part, account, to, Optional.empty(), 0, 0, new InMemoryContent(octets));
  }

  static MailToFile in(String folder, QueueId id) {
    return mail(id, "1", 7, ANN, Optional.of(folder), 0, 0, text());
  }

  static MailToFile limited(QueueId id, long octets, long messages) {
    return mail(id, "1", 7, ANN, Optional.empty(), octets, messages, text());
  }

  static InMemoryContent text() {
    return new InMemoryContent(TEXT.getBytes(UTF_8));
  }

  static MailToFile mail(
      QueueId id,
      String part,
      long account,
      String to,
      Optional<String> folder,
      long octets,
      long messages,
      org.mailroom.mail.MessageContent content) {
    return new MailToFile(
        id,
        part,
        ReversePath.parse("eve@away.test"),
        ForwardPath.parse(to),
        account,
        Address.parse(to),
        folder,
        octets,
        messages,
        content);
  }
}
