package org.mailroom.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.mailbox.NumberSet;

/** The same on H2 and on PostgreSQL. */
class MailStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final QueueId FIRST = QueueId.of("01HZY8Q2K3M4N");
  private static final QueueId SECOND = QueueId.of("01HZY8Q2K3M4P");
  private static final QueueId THIRD = QueueId.of("01HZY8Q2K3M4Q");
  private static final String TEXT = "Subject: Lunch\r\n\r\nNoon?\r\n";
  private static final String ANN = "ann@corp.test";
  private static final String BOB = "bob@corp.test";

  @TempDir private Path folder;
  private Database database;
  private AccountUses uses;
  private final MailboxNews news = new MailboxNews();

  private MailStore open(TestDatabase kind) {
    database = kind.open(folder);
    return at(NOW);
  }

  private MailStore at(Instant time) {
    uses = new AccountUses(database);
    return new MailStore(database, uses, news, Clock.fixed(time, ZoneOffset.UTC));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMailIsReadBackOctetForOctetBehindItsTrace(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    byte[] octets = new byte[3 * ContentChunk.SIZE + 17];
    new Random(1).nextBytes(octets);
    store.file(List.of(mail(FIRST, "1", 7, ANN, octets)));
    StoredMessage message = inbox(store, 7).get(0);
    byte[] trace =
        "Return-Path: <eve@away.test>\r\nDelivered-To: ann@corp.test\r\n".getBytes(UTF_8);
    try (InputStream in = store.open(message)) {
      assertThat(in.readNBytes(trace.length)).isEqualTo(trace);
      assertThat(in.readAllBytes()).isEqualTo(octets);
    }
    assertThat(message.size()).isEqualTo(trace.length + octets.length);
    assertThat(message.internalDate()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsFiledAgainAfterACrashIsThereOnce(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    assertThat(store.file(List.of(mail(FIRST, "1", 7, ANN)))).containsExactly(FilingResult.FILED);
    assertThat(at(NOW).file(List.of(mail(FIRST, "1", 7, ANN), mail(FIRST, "1", 8, BOB))))
        .containsExactly(FilingResult.FILED_BEFORE, FilingResult.FILED);
    assertThat(inbox(store, 7)).hasSize(1);
    assertThat(inbox(store, 8)).hasSize(1);
    assertThat(uses.of(7).messages()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void eachPartAndFolderIsFiledOnce(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    List<MailToFile> all =
        List.of(mail(FIRST, "1", 7, ANN), mail(FIRST, "2", 7, ANN), in("Projects", FIRST));
    assertThat(store.file(all)).containsOnly(FilingResult.FILED);
    assertThat(at(NOW).file(List.of(mail(FIRST, "2", 7, ANN), mail(SECOND, "2", 7, ANN))))
        .containsExactly(FilingResult.FILED_BEFORE, FilingResult.FILED);
    assertThat(at(NOW).file(List.of(in("Projects", FIRST), in("Projects", SECOND))))
        .containsExactly(FilingResult.FILED_BEFORE, FilingResult.FILED);
    assertThat(inbox(store, 7)).extracting(StoredMessage::uid).containsExactly(1L, 2L, 3L);
    assertThat(store.mailboxes(7))
        .extracting(Mailbox::name)
        .containsExactlyInAnyOrder(
            "INBOX", "Drafts", "Sent", "Junk", "Trash", "Archive", "Projects");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void recipientsOfOneReceptionShareItsContent(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN), mail(FIRST, "1", 8, BOB)));
    store.file(List.of(mail(FIRST, "2", 9, "cid@corp.test")));
    assertThat(inbox(store, 7).get(0).content().id())
        .isEqualTo(inbox(store, 8).get(0).content().id())
        .isEqualTo(inbox(store, 9).get(0).content().id());
    assertThat(inbox(store, 8).get(0).trace()).contains("Delivered-To: bob@corp.test\r\n");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void uidAndModseqRiseAndNoOtherMailboxMoves(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN)));
    store.file(List.of(mail(SECOND, "1", 7, ANN), in("Projects", SECOND)));
    assertThat(inbox(store, 7)).extracting(StoredMessage::uid).containsExactly(1L, 2L);
    assertThat(inbox(store, 7)).extracting(StoredMessage::modseq).containsExactly(2L, 3L);
    List<Mailbox> all = List.of(box(store, "INBOX"), box(store, "Projects"));
    assertThat(all).extracting(Mailbox::uidNext).containsExactly(3L, 2L);
    assertThat(all).extracting(Mailbox::highestModseq).containsExactly(3L, 2L);
    assertThat(all.get(0).uidValidity()).isNotEqualTo(all.get(1).uidValidity());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFullAccountGetsNothingAndOthersDo(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    MailToFile one = limited(FIRST, 0, 1);
    assertThat(store.file(List.of(one, limited(SECOND, 0, 1), mail(SECOND, "1", 8, BOB))))
        .containsExactly(FilingResult.FILED, FilingResult.OVER_QUOTA, FilingResult.FILED);
    assertThat(inbox(store, 7)).hasSize(1);
    assertThat(uses.of(7).isFull(0, 1)).isTrue();
    assertThat(uses.of(7).isFull(0, 2)).isFalse();
    assertThat(store.file(List.of(limited(SECOND, 100, 0))))
        .containsExactly(FilingResult.OVER_QUOTA);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void usesAreReadAfterAStart(TestDatabase kind) throws IOException {
    open(kind).file(List.of(mail(FIRST, "1", 7, ANN)));
    AccountUse before = uses.of(7);
    at(NOW);
    assertThat(uses.of(7)).isEqualTo(AccountUse.NOTHING);
    uses.refresh();
    assertThat(uses.of(7)).isEqualTo(before);
    assertThat(before.octets()).isGreaterThan(TEXT.length());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theStructureIsKeptWithTheContent(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN)));
    MessageContent content = inbox(store, 7).get(0).content();
    assertThat(content.structure().message().field("subject")).contains("Lunch");
    assertThat(content.structure().message().bodyEnd()).isEqualTo(TEXT.length());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFaultOfReadingTheStructureKeepsNoMailFromItsReader(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    BrokenContent strange = new BrokenContent(Integer.MAX_VALUE, true);
    store.file(List.of(mail(FIRST, "1", 7, ANN, Optional.empty(), 0, 0, strange)));
    MessageContent content = inbox(store, 7).get(0).content();
    assertThat(content.structure().opaque()).isTrue();
    assertThat(content.structure().message().bodyEnd()).isEqualTo(TEXT.length());
    try (InputStream in = store.open(inbox(store, 7).get(0))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).endsWith(TEXT);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBatchWithAnUnreadableContentFilesNothing(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    MailToFile good = mail(FIRST, "1", 7, ANN);
    MailToFile bad = mail(SECOND, "1", 7, ANN, Optional.empty(), 0, 0, new BrokenContent(1, false));
    assertThatThrownBy(() -> store.file(List.of(good, bad))).isInstanceOf(IOException.class);
    assertThat(store.mailboxes(7)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void cleaningForgetsFilingsOfLongAgoAndKeepsContentsInUse(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN), mail(SECOND, "1", 7, ANN)));
    assertThat(store.clean()).isZero();
    assertThat(store.file(List.of(mail(FIRST, "1", 7, ANN))))
        .containsExactly(FilingResult.FILED_BEFORE);
    database.change(
        entities ->
            entities.createQuery("delete from StoredMessage m where m.uid = 1").executeUpdate());
    MailStore later = at(NOW.plus(MailStore.FILINGS_KEPT).plus(Duration.ofSeconds(1)));
    assertThat(later.clean()).isEqualTo(1);
    assertThat(later.file(List.of(mail(FIRST, "1", 7, ANN)))).containsExactly(FilingResult.FILED);
    assertThat(inbox(store, 7)).extracting(StoredMessage::uid).containsExactly(2L, 3L);
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
    List<MailToFile> mails = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      mails.add(mail(FIRST, Integer.toString(i), 7, ANN));
    }
    store.file(mails);
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
            .read(box(store, "INBOX").id(), NumberSet.of(1), MessageRow.Detail.CONTENT)
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
  void whoWatchesHearsOfMailThatComesAndOfMailThatGoes(TestDatabase kind) throws IOException {
    MailStore store = open(kind);
    store.file(List.of(mail(FIRST, "1", 7, ANN)));
    long inbox = box(store, "INBOX").id();
    AtomicInteger heard = new AtomicInteger();
    try (MailboxNews.Watch watch = news.watch(inbox)) {
      long before = messages().snapshot(7, inbox).highestModseq();
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

  private MailboxMessages messages() {
    return new MailboxMessages(database, uses, news, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Mailbox box(MailStore store, String name) {
    return store.mailboxes(7).stream()
        .filter(box -> box.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  private static List<StoredMessage> inbox(MailStore store, long account) {
    Mailbox inbox =
        store.mailboxes(account).stream()
            .filter(box -> box.name().equals(Mailbox.INBOX))
            .findAny()
            .orElseThrow();
    return store.messages(inbox.id(), 1, 100);
  }

  private static MailToFile mail(QueueId id, String part, long account, String to) {
    return mail(id, part, account, to, TEXT.getBytes(UTF_8));
  }

  private static MailToFile mail(QueueId id, String part, long account, String to, byte[] octets) {
    return mail(id, part, account, to, Optional.empty(), 0, 0, new InMemoryContent(octets));
  }

  private static MailToFile in(String folder, QueueId id) {
    return mail(id, "1", 7, ANN, Optional.of(folder), 0, 0, text());
  }

  private static MailToFile limited(QueueId id, long octets, long messages) {
    return mail(id, "1", 7, ANN, Optional.empty(), octets, messages, text());
  }

  private static InMemoryContent text() {
    return new InMemoryContent(TEXT.getBytes(UTF_8));
  }

  private static MailToFile mail(
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

  /** Is opened so often and then no more, or breaks its first reader. */
  private static final class BrokenContent implements org.mailroom.mail.MessageContent {

    private final int readable;
    private final boolean breaksFirst;
    private int opened;

    private BrokenContent(int readable, boolean breaksFirst) {
      this.readable = readable;
      this.breaksFirst = breaksFirst;
    }

    @Override
    public long size() {
      return TEXT.length();
    }

    @Override
    public void writeTo(java.io.OutputStream out) throws IOException {
      throw new IOException("gone");
    }

    @Override
    public InputStream open() throws IOException {
      opened++;
      if (opened > readable) {
        throw new IOException("gone");
      }
      if (breaksFirst && opened == 1) {
        throw new IllegalStateException("a fault");
      }
      return new java.io.ByteArrayInputStream(TEXT.getBytes(UTF_8));
    }

    @Override
    public boolean isInMemory() {
      return false;
    }

    @Override
    public void close() {
      // Nothing to give up.
    }
  }
}
