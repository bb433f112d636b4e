package org.mailroom.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.imap.UserMailboxesContract.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.imap.SelectedMailbox.Changes;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.imap.SelectedMailbox.Snapshot;
import org.mailroom.imap.SelectedMailbox.State;
import org.mailroom.imap.SelectedMailbox.Stored;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.FlagChange.Kind;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;

/** What every {@link SelectedMailbox} keeps to. */
public interface SelectedMailboxContract extends MessageDataContract {

  /** Every UID there can be. */
  NumberSet ALL = NumberSet.range(1, NumberSet.HIGHEST);

  /** {@code \Seen}. */
  MessageFlags SEEN = MessageFlags.of(1, "");

  /** {@code \Deleted}. */
  MessageFlags DELETED = MessageFlags.of(8, "");

  /** Sets the user's quota; 0 for none. */
  void allow(long octets, long messages);

  /** Waits until an index, if there is one, has what has been filed. */
  default void index() throws Exception {}

  @Test
  default void aSnapshotTellsOfAllMessages() throws Exception {
    append(SEEN, MessageFlags.of(0, "$Junk work"), MessageFlags.of(0, "Home"));
    try (SelectedMailbox inbox = inbox()) {
      assertThat(inbox.name()).isEqualTo(MailboxName.INBOX);
      Snapshot snapshot = inbox.snapshot();
      assertThat(snapshot.uids()).isEqualTo(NumberSet.range(1, 3));
      assertThat(snapshot.firstUnseen()).hasValue(2);
      assertThat(snapshot.keywords()).containsExactlyInAnyOrder("$Junk", "work", "Home");
      assertThat(snapshot.uidNext()).isEqualTo(4);
      assertThat(inbox.hasChangedSince(snapshot.highestModseq())).isFalse();
      assertThat(inbox.changesSince(snapshot.highestModseq()))
          .isEqualTo(new Changes(snapshot.highestModseq(), 4, List.of(), NumberSet.NONE));
    }
  }

  @Test
  default void aSessionHearsOfWhatAnotherOneDoes() throws Exception {
    append(SEEN, SEEN);
    AtomicInteger heard = new AtomicInteger();
    try (SelectedMailbox one = inbox();
        SelectedMailbox other = inbox()) {
      long before = one.snapshot().highestModseq();
      one.onChange(heard::incrementAndGet);
      append(MessageFlags.NONE);
      other.store(NumberSet.of(1), add(DELETED), OptionalLong.empty());
      other.expunge(ALL);
      other.store(NumberSet.of(2), add(MessageFlags.of(4, "")), OptionalLong.empty());
      assertThat(heard).hasValue(4);
      assertThat(one.hasChangedSince(before)).isTrue();
      Changes changes = one.changesSince(before);
      assertThat(changes.changed()).extracting(State::uid).containsExactly(2L, 3L);
      assertThat(changes.changed().get(0).flags()).isEqualTo(MessageFlags.of(5, ""));
      assertThat(changes.expunged()).isEqualTo(NumberSet.of(1));
      assertThat(changes.uidNext()).isEqualTo(4);
      assertThat(changes.changed()).allMatch(s -> s.modseq() <= changes.highestModseq());
      assertThat(one.hasChangedSince(changes.highestModseq())).isFalse();
    }
    append(SEEN);
    assertThat(heard).hasValue(4);
  }

  @Test
  default void aListenerThatFailsHurtsNobody() throws Exception {
    try (SelectedMailbox inbox = inbox()) {
      inbox.onChange(
          () -> {
            throw new IllegalStateException("a fault");
          });
      assertThat(append(SEEN)).containsExactly(1L);
    }
  }

  @Test
  default void flagsAreReplacedAddedAndRemovedAndOnlyThatIsAChange() throws Exception {
    append(SEEN, MessageFlags.of(0, "Work"), MessageFlags.NONE);
    try (SelectedMailbox inbox = inbox()) {
      long before = inbox.snapshot().highestModseq();
      Stored added = inbox.store(NumberSet.range(1, 2), add(SEEN), OptionalLong.empty());
      assertThat(added.states())
          .containsExactly(
              new State(1, before, SEEN), new State(2, before + 1, MessageFlags.of(1, "Work")));
      assertThat(added.modified()).isEqualTo(NumberSet.NONE);
      assertThat(inbox.changesSince(before).changed()).containsExactly(added.states().get(1));
      inbox.store(ALL, add(SEEN), OptionalLong.empty());
      long after = inbox.snapshot().highestModseq();
      assertThat(after).isEqualTo(before + 2);
      inbox.store(ALL, add(SEEN), OptionalLong.empty());
      assertThat(inbox.snapshot().highestModseq()).isEqualTo(after);
      inbox.store(
          NumberSet.of(2), new FlagChange(Kind.REMOVE, MessageFlags.of(1, "wORK")), since(after));
      inbox.store(
          NumberSet.of(3), new FlagChange(Kind.REPLACE, MessageFlags.of(2, "x")), since(after));
      assertThat(states(inbox))
          .extracting(State::flags)
          .containsExactly(SEEN, MessageFlags.NONE, MessageFlags.of(2, "x"));
    }
  }

  @Test
  default void whatHasChangedSinceIsLeftAlone() throws Exception {
    append(MessageFlags.NONE, MessageFlags.NONE);
    try (SelectedMailbox inbox = inbox()) {
      long before = inbox.snapshot().highestModseq();
      inbox.store(NumberSet.of(1), add(SEEN), OptionalLong.empty());
      Stored stored = inbox.store(ALL, add(DELETED), since(before));
      assertThat(stored.modified()).isEqualTo(NumberSet.of(1));
      assertThat(stored.states()).extracting(State::uid).containsExactly(2L);
      assertThat(states(inbox)).extracting(State::flags).containsExactly(SEEN, DELETED);
    }
  }

  @Test
  default void tooManyKeywordsChangeNothing() throws Exception {
    append(MessageFlags.NONE, MessageFlags.of(0, "one"));
    try (SelectedMailbox inbox = inbox()) {
      FlagChange many = add(UserMailboxesContract.keywords(50));
      assertRefused(Reason.LIMIT, () -> inbox.store(ALL, many, OptionalLong.empty()));
      assertThat(states(inbox).get(0).flags()).isEqualTo(MessageFlags.NONE);
    }
  }

  @Test
  default void onlyDeletedMessagesAreExpungedAndTheirUidsNeverComeBack() throws Exception {
    append(DELETED, SEEN, DELETED, DELETED);
    try (SelectedMailbox inbox = inbox()) {
      long before = inbox.snapshot().highestModseq();
      assertThat(inbox.expunge(NumberSet.range(1, 3))).isEqualTo(NumberSet.of(1, 3));
      assertThat(inbox.expunge(NumberSet.range(1, 3))).isEqualTo(NumberSet.NONE);
      assertThat(inbox.snapshot().highestModseq()).isEqualTo(before + 1);
      assertThat(inbox.expunge(ALL)).isEqualTo(NumberSet.of(4));
      assertThat(append(SEEN)).containsExactly(5L);
      assertThat(inbox.snapshot().uids()).isEqualTo(NumberSet.of(2, 5));
      assertThat(inbox.changesSince(before).expunged()).isEqualTo(NumberSet.of(1, 3, 4));
      assertThat(inbox.changesSince(before + 1).expunged()).isEqualTo(NumberSet.of(4));
      assertThat(mailboxes().quota().messages()).isEqualTo(2);
      assertThat(mailboxes().quota().octets()).isEqualTo(2 * UserMailboxesContract.SIZE);
    }
  }

  @Test
  default void copiesKeepFlagsDatesAndOrder() throws Exception {
    append(SEEN, DELETED, MessageFlags.of(0, "x y"));
    try (SelectedMailbox inbox = inbox();
        SelectedMailbox trash = mailboxes().select(MailboxName.of("Trash"))) {
      long before = trash.snapshot().highestModseq();
      Copied copied = inbox.copy(NumberSet.of(1, 3, 99), trash.name());
      assertThat(copied.uidValidity()).isEqualTo(trash.snapshot().uidValidity());
      assertThat(copied.from()).containsExactly(1L, 3L);
      assertThat(copied.to()).containsExactly(1L, 2L);
      assertThat(trash.hasChangedSince(before)).isTrue();
      assertThat(trash.changesSince(before).changed())
          .extracting(State::flags)
          .containsExactly(SEEN, MessageFlags.of(0, "x y"));
      assertThat(inbox.copy(ALL, trash.name()).to()).containsExactly(3L, 4L, 5L);
      assertThat(inbox.copy(NumberSet.of(99), trash.name()).to()).isEmpty();
      assertThat(read(trash, 5)).isEqualTo(UserMailboxesContract.TEXT);
      assertThat(dates(trash).get(0)).isEqualTo(dates(inbox).get(0));
      assertThat(mailboxes().quota().messages()).isEqualTo(8);
      assertThat(inbox.copy(ALL, MailboxName.INBOX).to()).containsExactly(4L, 5L, 6L);
    }
  }

  @Test
  default void copiesNeedRoomAndMovesDoNot() throws Exception {
    append(SEEN, DELETED);
    allow(0, 3);
    try (SelectedMailbox inbox = inbox();
        SelectedMailbox trash = mailboxes().select(MailboxName.of("Trash"))) {
      assertRefused(Reason.OVERQUOTA, () -> inbox.copy(ALL, trash.name()));
      MailboxName none = MailboxName.of("none");
      assertRefused(Reason.NONEXISTENT, () -> inbox.copy(ALL, none));
      assertRefused(Reason.NONEXISTENT, () -> inbox.move(ALL, none));
      assertThat(trash.snapshot().uids()).isEqualTo(NumberSet.NONE);
      long before = inbox.snapshot().highestModseq();
      Copied moved = inbox.move(ALL, trash.name());
      assertThat(moved.from()).containsExactly(1L, 2L);
      assertThat(moved.to()).containsExactly(1L, 2L);
      assertThat(inbox.changesSince(before).expunged()).isEqualTo(NumberSet.of(1, 2));
      assertThat(inbox.snapshot().uids()).isEqualTo(NumberSet.NONE);
      assertThat(states(trash)).extracting(State::flags).containsExactly(SEEN, DELETED);
      assertThat(mailboxes().quota().messages()).isEqualTo(2);
    }
  }

  @Test
  default void hundredsOfMessagesWithGapsAreShownCopiedAndMoved() throws Exception {
    MessageFlags[] flags = new MessageFlags[1_300];
    NumberSet.Builder odd = new NumberSet.Builder();
    for (int i = 0; i < flags.length; i++) {
      flags[i] = i % 3 == 0 ? SEEN : MessageFlags.NONE;
      if (i % 2 == 0) {
        odd.add(i + 1);
      }
    }
    append(flags);
    try (SelectedMailbox inbox = inbox();
        SelectedMailbox trash = mailboxes().select(MailboxName.of("Trash"))) {
      NumberSet half = odd.build();
      assertThat(inbox.copy(half, trash.name()).to()).hasSize(650).isSorted();
      assertThat(inbox.store(half, add(DELETED), OptionalLong.empty()).states()).hasSize(650);
      assertThat(states(inbox)).hasSize(1_300).extracting(State::uid).isSorted();
      assertThat(states(trash)).filteredOn(s -> s.flags().equals(SEEN)).hasSize(217);
      assertThat(inbox.move(half, trash.name()).to()).hasSize(650).contains(651L, 1_300L);
      assertThat(inbox.snapshot().uids().count()).isEqualTo(650);
      assertThat(trash.snapshot().uids()).isEqualTo(NumberSet.range(1, 1_300));
    }
  }

  @Test
  default void aVisitorSaysWhenItHasSeenEnough() throws Exception {
    append(SEEN, SEEN, SEEN);
    try (SelectedMailbox inbox = inbox()) {
      List<Long> seen = new ArrayList<>();
      inbox.visit(NumberSet.range(2, 50), Wanted.NOTHING, message -> !seen.add(message.uid()));
      assertThat(seen).containsExactly(2L);
    }
  }

  @Test
  default void anAppendedMessageHasItsDate() throws Exception {
    Instant date = Instant.parse("1996-07-17T09:23:25Z");
    try (NewMessage.Content content =
        mailboxes().take(new ByteArrayInputStream(UserMailboxesContract.TEXT.getBytes(US_ASCII)))) {
      mailboxes()
          .append(MailboxName.INBOX, List.of(new NewMessage(SEEN, Optional.of(date), content)));
    }
    try (SelectedMailbox inbox = inbox()) {
      assertThat(dates(inbox)).containsExactly(date);
    }
  }

  @Test
  default void aTextMayBeInNoFewerMessagesThanHaveIt() throws Exception {
    NumberSet first = appendTexts(0, 60);
    index();
    NumberSet second = appendTexts(60, 80);
    NumberSet some = first.with(second).and(NumberSet.range(1, 70));
    try (SelectedMailbox inbox = inbox()) {
      for (int round = 0; round < 2; round++) {
        assertMayContain(inbox, some, "the 7th letter", NumberSet.of(8));
        assertMayContain(inbox, some, "THE 66TH", NumberSet.of(67));
        assertMayContain(inbox, some, "letter", some);
        assertMayContain(inbox, some, "e", some);
        assertMayContain(inbox, some, "bogus", NumberSet.NONE);
        assertThat(inbox.mayContain(some, RequiredText.NOTHING)).isEqualTo(some);
        index();
      }
    }
  }

  private static void assertMayContain(
      SelectedMailbox mailbox, NumberSet among, String phrase, NumberSet expected)
      throws MailboxException {
    RequiredText text = new RequiredText.One(Phrase.of(phrase), false);
    NumberSet candidates = mailbox.mayContain(among, text);
    assertThat(candidates.and(expected)).as(phrase).isEqualTo(expected);
    assertThat(candidates.and(among)).as(phrase).isEqualTo(candidates);
  }

  private NumberSet appendTexts(int from, int to) throws IOException, MailboxException {
    NumberSet.Builder uids = new NumberSet.Builder();
    for (int i = from; i < to; i++) {
      String text = "Subject: a\r\n\r\nThe " + i + "th letter\r\n";
      try (NewMessage.Content content =
          mailboxes().take(new ByteArrayInputStream(text.getBytes(US_ASCII)))) {
        NewMessage message = new NewMessage(SEEN, Optional.empty(), content);
        mailboxes().append(MailboxName.INBOX, List.of(message)).uids().forEach(uids::add);
      }
    }
    return uids.build();
  }

  @Test
  default void aDeletedMailboxIsSaid() throws Exception {
    MailboxName name = MailboxName.of("brief");
    mailboxes().create(name, Optional.empty());
    try (SelectedMailbox brief = mailboxes().select(name)) {
      long modseq = brief.snapshot().highestModseq();
      mailboxes().delete(name);
      assertThat(brief.hasChangedSince(modseq)).isTrue();
      assertRefused(Reason.NONEXISTENT, () -> brief.changesSince(modseq));
      assertRefused(Reason.NONEXISTENT, () -> brief.visit(ALL, Wanted.NOTHING, message -> true));
      assertRefused(Reason.NONEXISTENT, () -> brief.expunge(ALL));
      assertRefused(Reason.NONEXISTENT, () -> brief.copy(ALL, MailboxName.INBOX));
    }
  }

  private SelectedMailbox inbox() throws MailboxException {
    return mailboxes().select(MailboxName.INBOX);
  }

  private List<Long> append(MessageFlags... flags) throws IOException, MailboxException {
    return UserMailboxesContract.append(mailboxes(), MailboxName.INBOX, flags).uids();
  }

  private static List<State> states(SelectedMailbox mailbox) throws MailboxException {
    List<State> states = new ArrayList<>();
    mailbox.visit(
        ALL,
        Wanted.NOTHING,
        message -> states.add(new State(message.uid(), message.modseq(), message.flags())));
    return states;
  }

  private static List<Instant> dates(SelectedMailbox mailbox) throws MailboxException {
    List<Instant> dates = new ArrayList<>();
    mailbox.visit(ALL, Wanted.NOTHING, message -> dates.add(message.internalDate()));
    return dates;
  }

  private static String read(SelectedMailbox mailbox, long uid)
      throws IOException, MailboxException {
    List<String> texts = new ArrayList<>();
    mailbox.<IOException>visit(
        NumberSet.of(uid),
        Wanted.of(Detail.OCTETS),
        message -> texts.add(MessageDataContract.octets(message.open(0))));
    return texts.get(0);
  }

  private static FlagChange add(MessageFlags flags) {
    return new FlagChange(Kind.ADD, flags);
  }

  private static OptionalLong since(long modseq) {
    return OptionalLong.of(modseq);
  }
}
