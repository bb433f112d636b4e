package org.mailroom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.mail.Address;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Spool;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.AccountUses;
import org.mailroom.store.MailQuota;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.Mailboxes;
import org.mailroom.store.MessageBatches;
import org.mailroom.store.MessageRow;
import org.mailroom.store.MessageToAppend;
import org.mailroom.store.Reading;

/** Two accounts, of which one has mail, and what takes it out and in. */
abstract class MailboxArchivesSetup {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
  static final Instant DATE = Instant.parse("2020-02-29T23:59:59.123456Z");
  static final long LARGEST = 1 << 20;
  static final ArchivedAccount ANN = account(1, "ann@corp.test", MailQuota.NONE);
  static final ArchivedAccount BOB = account(2, "bob@corp.test", MailQuota.NONE);

  @TempDir private Path folder;
  @TempDir private Path spool;
  private Database database;

  Mailboxes mailboxes;
  MailboxMessages messages;
  MailboxArchives archives;
  Audit audit;

  static ArchivedAccount account(long id, String address, MailQuota quota) {
    return new ArchivedAccount(id, Address.parse(address), quota);
  }

  @BeforeEach
  final void openDatabase() {
    database = TestDatabase.H2.open(folder);
    AccountUses uses = new AccountUses(database);
    MailboxNews news = new MailboxNews();
    mailboxes = new Mailboxes(database, uses, news, CLOCK);
    messages = new MailboxMessages(database, uses, news, CLOCK);
    audit = new Audit(database, CLOCK);
    archives =
        new MailboxArchives(LARGEST, mailboxes, messages, new Spool(spool, 1000), audit, CLOCK);
    mailboxes.open(ANN.id(), ANN.address());
  }

  @AfterEach
  final void closeDatabase() throws IOException {
    database.close();
    try (Stream<Path> left = Files.list(spool)) {
      assertThat(left).as("left in the spool").isEmpty();
    }
  }

  final ArchiveTally mbox(String into, byte[] mbox) throws ArchiveException {
    return archives.importMbox(BOB, MailboxName.of(into), in(mbox), "it", "why");
  }

  final ArchiveTally maildir(String into, byte[] zip) throws ArchiveException {
    return archives.importMaildir(BOB, MailboxName.of(into), in(zip), "it", "why");
  }

  final byte[] backup(ArchivedAccount account) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archives.backUp(account, "1", "it", "why").writeTo(out);
    return out.toByteArray();
  }

  final ArchiveTally restore(ArchivedAccount account, byte[] archive) throws ArchiveException {
    return archives.restore(account, in(archive), "it", "why");
  }

  final ArchiveException refused(ArchivedAccount account, byte[] archive) {
    try {
      throw new AssertionError(restore(account, archive).text());
    } catch (ArchiveException e) {
      return e;
    }
  }

  static InputStream in(byte[] octets) {
    return new ByteArrayInputStream(octets);
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(octets)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return octets.toByteArray();
  }

  final void append(ArchivedAccount account, String mailbox, String text, Instant date)
      throws IOException {
    mailboxes.open(account.id(), account.address());
    messages.append(
        account.id(), MailboxName.of(mailbox), List.of(message(text, date)), MailQuota.NONE);
  }

  static MessageToAppend message(String text, Instant date) {
    MessageFlags flags = new MessageFlags(text.length() % 32, Set.of("k" + text.length() % 7));
    InMemoryContent content = new InMemoryContent(text.getBytes(UTF_8));
    return new MessageToAppend(flags, Optional.of(date), content);
  }

  /** A line for each message of an account: mailbox, date, flags, octets. */
  final List<String> seen(ArchivedAccount account) throws IOException {
    List<String> lines = new ArrayList<>();
    NumberSet all = NumberSet.range(1, NumberSet.HIGHEST);
    for (Mailbox mailbox : mailboxes.list(account.id())) {
      MessageBatches batches =
          messages.read(messages.index(account.id(), mailbox.id()), all, Reading.OCTETS);
      for (List<MessageRow> rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
        for (MessageRow row : rows) {
          try (InputStream octets = row.open(0)) {
            lines.add(
                String.join(
                    " ",
                    mailbox.name(),
                    row.internalDate().toString(),
                    row.flags().text(),
                    new String(octets.readAllBytes(), UTF_8)));
          }
        }
      }
    }
    return lines;
  }
}
