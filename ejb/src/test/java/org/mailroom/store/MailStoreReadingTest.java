package org.mailroom.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mime.StructureText;

/** What is read, and what goes. */
class MailStoreReadingTest extends MailStoreSetup {

  private static final String DATED =
      "Date: Tue, 2 Jan 2024 23:00:00 -0500\r\nX-Mailer: a\r\nSubject: Lunch\r\n\r\nNoon?\r\n";

  private static Reading reading(Set<String> header) {
    return new Reading(new Wanted(Set.of(Detail.ENVELOPE, Detail.BODY_STRUCTURE), header));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsExpungedIsGoneAndMakesRoom(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(limited(FIRST, 0, 2), limited(SECOND, 0, 2), mail(SECOND, "1", 8, BOB)));
    MessageList list = store.list(7, Mailbox.INBOX).orElseThrow();
    assertThat(list.count()).isEqualTo(2);
    assertThat(list.size(1)).isEqualTo(inbox(store, 7).get(1).size());
    StoredMessage kept = inbox(store, 7).get(1);
    store.expunge(7, list.mailbox().id(), List.of(list.uid(0), 99L));

    assertThat(inbox(store, 7)).extracting(StoredMessage::uid).containsExactly(2L);
    assertThat(store.message(list.mailbox().id(), 1)).isEmpty();
    assertThat(store.message(list.mailbox().id(), 2)).isPresent();
    assertThat(uses.of(7)).isEqualTo(new AccountUse(kept.size(), 1));
    assertThat(box(store, "INBOX").highestModseq()).isEqualTo(4);
    assertThat(store.file(List.of(limited(THIRD, 0, 2)))).containsExactly(FilingResult.FILED);
    assertThat(inbox(store, 7)).extracting(StoredMessage::uid).containsExactly(2L, 3L);
    assertThat(inbox(store, 8)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void thousandsAreExpungedAtOnceAndAgainDoesNotMatter(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    file(store, 1_200);
    MessageList list = store.list(7, Mailbox.INBOX).orElseThrow();
    List<Long> uids = LongStream.rangeClosed(2, 1_200).boxed().toList();
    store.expunge(7, list.mailbox().id(), uids);
    store.expunge(7, list.mailbox().id(), uids);
    assertThat(uses.of(7).messages()).isEqualTo(1);
    assertThat(store.list(7, Mailbox.INBOX).orElseThrow().uid(0)).isEqualTo(1);
    assertThat(box(store, "INBOX").uidNext()).isEqualTo(1_201);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoReadsAMessageThatIsDeletedHearsOfIt(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN, new byte[2 * ContentChunk.SIZE])));
    try (InputStream in = store.open(inbox(store, 7).get(0))) {
      in.readNBytes(ContentChunk.SIZE);
      store.expunge(7, box(store, "INBOX").id(), List.of(1L));
      at(NOW).clean();
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("deleted");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMailIsReadFromAnyOffsetAndItsStructureLiesBehindItsTrace(TestDatabase kind)
      throws IOException {
    MailStore store = open(kind);
    byte[] octets = (TEXT + "x".repeat(2 * ContentChunk.SIZE)).getBytes(UTF_8);
    store.file(List.of(mail(FIRST, "1", 7, ANN, octets)));
    MessageRow message =
        messages()
            .read(messages().index(7, box(store, "INBOX").id()), NumberSet.of(1), Reading.OCTETS)
            .next()
            .get(0);
    byte[] all = message.open(0).readAllBytes();
    int trace = all.length - octets.length;
    int[] offsets = {
      1, trace - 1, trace, trace + ContentChunk.SIZE - 1, trace + ContentChunk.SIZE, all.length
    };
    for (int offset : offsets) {
      assertThat(message.open(offset).readAllBytes())
          .isEqualTo(Arrays.copyOfRange(all, offset, all.length));
    }
    assertThat(message.structure().message().headerStart()).isZero();
    assertThat(message.structure().message().bodyStart()).isEqualTo(trace + TEXT.indexOf("Noon?"));
    assertThat(message.structure().message().bodyEnd()).isEqualTo(message.size());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsAskedForOftenIsKeptBesideTheOctets(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN, DATED.getBytes(UTF_8))));
    MessageRow message = only(store, reading(Set.of()));
    assertThat(message.envelope().orElseThrow()).asString().contains("\"Lunch\"");
    assertThat(message.bodyStructure().orElseThrow()).asString().startsWith("(\"TEXT\" \"PLAIN\"");
    assertThat(message.sentOn()).contains(LocalDate.of(2024, 1, 2));
    assertThat(message.fields("subject")).containsExactly("Lunch");
    assertThat(message.header(Set.of("subject", "x-other")).orElseThrow())
        .asString(UTF_8)
        .isEqualTo("Subject: Lunch\r\n\r\n");
    assertThat(message.header(Set.of("subject", "return-path"))).isEmpty();
    assertThat(message.header(Set.of("x-mailer"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void messagesOfOlderVersionsAreReadForIt(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN, DATED.getBytes(UTF_8))));
    String structure =
        StructureText.of(
                store.message(box(store, "INBOX").id(), 1).orElseThrow().content().structure())
            .toString();
    run("delete from content_text");
    run("update message_content set small_structure = null, structure = '" + structure + "'");
    run("update stored_message set sent_on = null");
    MessageRow message = only(store, reading(Set.of("subject")));
    assertThat(message.envelope()).isEmpty();
    assertThat(message.bodyStructure()).isEmpty();
    assertThat(message.sentOn()).isEmpty();
    assertThat(message.header(Set.of("subject"))).isEmpty();
    assertThat(message.fields("subject")).containsExactly("Lunch");
    assertThat(message.structure().message().field("date")).isPresent();
    assertThat(message.open(0).readAllBytes()).asString(UTF_8).endsWith(DATED);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void allOfManyComeInTheirOrder(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    file(store, 700);
    MailboxIndex index = messages().index(7, box(store, "INBOX").id());
    for (Reading reading : List.of(reading(Set.of()), Reading.OCTETS)) {
      MessageBatches batches = messages().read(index, index.uids(), reading);
      List<Long> uids = new ArrayList<>();
      List<MessageRow> rows = batches.next();
      while (!rows.isEmpty()) {
        rows.forEach(row -> uids.add(row.uid()));
        rows = batches.next();
      }
      assertThat(uids).isEqualTo(LongStream.rangeClosed(1, 700).boxed().toList());
    }
  }

  private void file(MailStore store, int messages) throws IOException {
    List<MailToFile> mails = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      mails.add(mail(FIRST, Integer.toString(i), 7, ANN));
    }
    store.file(mails);
  }

  private void run(String sql) {
    database.change(entities -> entities.createNativeQuery(sql).executeUpdate());
  }

  private MessageRow only(MailStore store, Reading reading) {
    MailboxIndex index = messages().index(7, box(store, "INBOX").id());
    return messages().read(index, NumberSet.of(1), reading).next().get(0);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoWatchesHearsOfMailThatComesAndOfMailThatGoes(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN)));
    long inbox = box(store, "INBOX").id();
    AtomicInteger heard = new AtomicInteger();
    try (MailboxNews.Watch watch = news.watch(inbox)) {
      long before = messages().index(7, inbox).highestModseq();
      watch.onChange(heard::incrementAndGet);
      store.file(List.of(mail(SECOND, "1", 7, ANN)));
      store.expunge(7, inbox, List.of(1L));
      assertThat(heard).hasValue(2);
      assertThat(watch.hasChangedSince(before + 1)).isTrue();
      MailboxChanges changes = messages().changesSince(7, inbox, before);
      assertThat(changes.expunged()).isEqualTo(NumberSet.of(1));
      assertThat(changes.changed()).extracting(MessageState::uid).containsExactly(2L);
    }
  }
}
