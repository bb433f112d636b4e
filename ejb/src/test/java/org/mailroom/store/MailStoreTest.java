package org.mailroom.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;

/** The same on H2 and on PostgreSQL. */
class MailStoreTest extends MailStoreSetup {

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
