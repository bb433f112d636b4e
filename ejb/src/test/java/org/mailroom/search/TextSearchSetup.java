package org.mailroom.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Opening;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.AccountUses;
import org.mailroom.store.Contents;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;

/** A mailbox with more messages than are read without an index, and an index of it. */
abstract class TextSearchSetup {

  /** Messages that are there from the beginning. */
  static final int OTHERS = 30;

  private static final long ACCOUNT = 7;
  private static final String ANN = "ann@corp.test";

  @TempDir Path folder;
  private final Opening opening = new Opening();
  private Database database;
  private MailboxMessages messages;
  private int filed;
  MailStore store;
  Filling filling;
  TextSearch search;
  long now;

  final void open(TestDatabase kind) throws IOException {
    database = kind.open(folder);
    AccountUses uses = new AccountUses(database);
    MailboxNews news = new MailboxNews();
    store = new MailStore(database, uses, news, Clock.systemUTC());
    messages = new MailboxMessages(database, uses, news, Clock.systemUTC());
    opening.open();
    filed = 0;
    start();
    file(Collections.nCopies(OTHERS, "Subject: other\r\n\r\nnothing\r\n"));
  }

  /** The index after a restart of the hub. */
  final void start() {
    CurrentIndex current = new CurrentIndex(index());
    filling = new Filling(current, new Contents(database), opening, () -> now);
    search = new TextSearch(current, messages);
  }

  final Path index() {
    return folder.resolve("index");
  }

  @AfterEach
  void close() {
    filling.end();
    database.close();
  }

  /** Files a message into the inbox. */
  final long file(String text) throws IOException {
    file(List.of(text));
    return filed;
  }

  private void file(List<String> texts) throws IOException {
    List<MailToFile> mails = new ArrayList<>();
    for (String text : texts) {
      filed++;
      mails.add(mail(QueueId.of("01HZY8Q2K%04d".formatted(filed)), text));
    }
    store.file(mails);
  }

  private static MailToFile mail(QueueId id, String text) {
    return new MailToFile(
        id,
        "1",
        ReversePath.parse("eve@away.test"),
        ForwardPath.parse(ANN),
        ACCOUNT,
        Address.parse(ANN),
        Optional.empty(),
        0,
        0,
        new InMemoryContent(text.getBytes(UTF_8)));
  }

  final void expunge(long... uids) {
    List<Long> all = new ArrayList<>();
    NumberSet.of(uids).forEach(all::add);
    store.expunge(ACCOUNT, inbox(), all);
    store.clean();
  }

  /** Messages of the inbox that may have a phrase behind their header. */
  final NumberSet body(String phrase) {
    return candidates(phrase, false);
  }

  /** Messages of the inbox that may have a phrase anywhere. */
  final NumberSet text(String phrase) {
    return candidates(phrase, true);
  }

  final NumberSet all() {
    return NumberSet.range(1, filed);
  }

  final NumberSet candidates(RequiredText text) {
    return search.mayContain(messages.index(ACCOUNT, inbox()), all(), text);
  }

  private NumberSet candidates(String phrase, boolean alsoHeader) {
    return candidates(new RequiredText.One(Phrase.of(phrase), alsoHeader));
  }

  private long inbox() {
    return store.mailboxes(ACCOUNT).stream()
        .filter(box -> box.name().equals(Mailbox.INBOX))
        .findAny()
        .orElseThrow()
        .id();
  }
}
