package org.mailroom.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.imap.UserMailboxes.Appended;
import org.mailroom.imap.UserMailboxes.Entry;
import org.mailroom.imap.UserMailboxes.Status;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SpecialUse;

/** What every {@link UserMailboxes} keeps to. */
public interface UserMailboxesContract {

  /** A message of {@link #SIZE} octets. */
  String TEXT = "Subject: Lunch\r\n\r\nNoon?\r\n";

  /** Octets of {@link #TEXT}. */
  int SIZE = 25;

  /** The mailboxes of a user without mail; the same in one test. */
  UserMailboxes mailboxes() throws MailboxException;

  /** Sets the user's quota; 0 for none. */
  void allow(long octets, long messages);

  @Test
  default void aNewUserHasAnInboxAndAMailboxForEachUseAndShowsThem() throws Exception {
    List<Entry> all = mailboxes().list();
    assertThat(all).hasSize(6).contains(new Entry(MailboxName.INBOX, Optional.empty()));
    for (SpecialUse use : SpecialUse.values()) {
      assertThat(all).contains(new Entry(use.mailbox(), Optional.of(use)));
    }
    assertThat(mailboxes().subscriptions())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Entry::name).toList());
  }

  @Test
  default void aMailboxIsMadeWithThoseAboveItAndListedByName() throws Exception {
    mailboxes().create(name("b_c/d/e"), Optional.empty());
    mailboxes().create(name("b_c/c"), Optional.empty());
    assertThat(names()).contains("b_c", "b_c/c", "b_c/d", "b_c/d/e").isSorted();
    assertThat(mailboxes().subscriptions()).doesNotContain(name("b_c"));
  }

  @Test
  default void namesAreThereOnce() throws Exception {
    mailboxes().create(name("a"), Optional.empty());
    assertRefused(Reason.ALREADYEXISTS, () -> mailboxes().create(name("a"), Optional.empty()));
    assertRefused(
        Reason.ALREADYEXISTS, () -> mailboxes().create(MailboxName.INBOX, Optional.empty()));
    mailboxes().create(name("A"), Optional.empty());
    assertThat(names()).contains("a", "A");
  }

  @Test
  default void aSpecialUseIsThatOfOneMailbox() throws Exception {
    assertRefused(
        Reason.CANNOT, () -> mailboxes().create(name("x/Bin"), Optional.of(SpecialUse.TRASH)));
    assertThat(names()).doesNotContain("x");
    mailboxes().delete(SpecialUse.TRASH.mailbox());
    mailboxes().create(name("x/Bin"), Optional.of(SpecialUse.TRASH));
    assertThat(mailboxes().list())
        .contains(new Entry(name("x/Bin"), Optional.of(SpecialUse.TRASH)))
        .contains(new Entry(name("x"), Optional.empty()));
  }

  @Test
  default void onlyALeafIsDeletedAndNeverTheInbox() throws Exception {
    mailboxes().create(name("a/b"), Optional.empty());
    assertRefused(Reason.HASCHILDREN, () -> mailboxes().delete(name("a")));
    assertRefused(Reason.CANNOT, () -> mailboxes().delete(MailboxName.INBOX));
    assertRefused(Reason.NONEXISTENT, () -> mailboxes().delete(name("a/c")));
    mailboxes().subscribe(name("a/b"), true);
    mailboxes().delete(name("a/b"));
    mailboxes().delete(name("a"));
    assertThat(names()).doesNotContain("a", "a/b");
    assertThat(mailboxes().subscriptions()).contains(name("a/b"));
  }

  @Test
  default void aMailboxThatIsMadeAnewHasAnotherUidValidityAndNoMessages() throws Exception {
    mailboxes().create(name("a"), Optional.empty());
    append(name("a"), MessageFlags.NONE);
    Status before = mailboxes().status(name("a"));
    mailboxes().delete(name("a"));
    assertThat(mailboxes().quota().messages()).isZero();
    assertThat(mailboxes().quota().octets()).isZero();
    mailboxes().create(name("a"), Optional.empty());
    Status after = mailboxes().status(name("a"));
    assertThat(after.uidValidity()).isNotEqualTo(before.uidValidity());
    assertThat(after.messages()).isZero();
  }

  @Test
  default void aTreeIsRenamedWithItsMessages() throws Exception {
    mailboxes().create(name("a/b/c"), Optional.empty());
    mailboxes().create(name("ab"), Optional.empty());
    append(name("a/b"), MessageFlags.NONE);
    Status before = mailboxes().status(name("a/b"));
    mailboxes().rename(name("a/b"), name("x/y"));
    assertThat(names()).contains("a", "ab", "x", "x/y", "x/y/c").doesNotContain("a/b", "a/b/c");
    assertThat(mailboxes().status(name("x/y"))).isEqualTo(before);
  }

  @Test
  default void aMailboxIsNotRenamedToWhatIsThereOrBelowItself() throws Exception {
    mailboxes().create(name("a/b"), Optional.empty());
    mailboxes().create(name("c"), Optional.empty());
    List<String> before = names();
    assertRefused(Reason.ALREADYEXISTS, () -> mailboxes().rename(name("a"), name("c")));
    assertRefused(Reason.ALREADYEXISTS, () -> mailboxes().rename(name("a"), name("a")));
    assertRefused(Reason.CANNOT, () -> mailboxes().rename(name("a"), name("a/x/y")));
    assertRefused(Reason.NONEXISTENT, () -> mailboxes().rename(name("z"), name("y")));
    assertRefused(Reason.CANNOT, () -> mailboxes().rename(name("a"), name("n".repeat(399))));
    assertThat(names()).isEqualTo(before);
  }

  @Test
  default void aRenamedInboxGivesItsMessagesToANewMailboxAndStays() throws Exception {
    mailboxes().create(name("INBOX/below"), Optional.empty());
    append(MailboxName.INBOX, MessageFlags.of(1, "$Junk"));
    append(MailboxName.INBOX, MessageFlags.NONE);
    Status before = mailboxes().status(MailboxName.INBOX);
    mailboxes().rename(MailboxName.INBOX, name("old/mail"));
    Status inbox = mailboxes().status(MailboxName.INBOX);
    assertThat(inbox.messages()).isZero();
    assertThat(inbox.uidValidity()).isEqualTo(before.uidValidity());
    assertThat(inbox.uidNext()).isEqualTo(before.uidNext());
    assertThat(inbox.highestModseq()).isGreaterThan(before.highestModseq());
    Status moved = mailboxes().status(name("old/mail"));
    assertThat(moved.messages()).isEqualTo(2);
    assertThat(moved.unseen()).isEqualTo(1);
    assertThat(names()).contains("INBOX/below", "INBOX");
    assertRefused(Reason.ALREADYEXISTS, () -> mailboxes().rename(MailboxName.INBOX, name("Sent")));
  }

  @Test
  default void namesAreShownWhetherTheyAreThereOrNot() throws Exception {
    mailboxes().subscribe(name("not/there"), true);
    mailboxes().subscribe(name("not/there"), true);
    mailboxes().subscribe(name("Trash"), false);
    mailboxes().subscribe(name("Trash"), false);
    assertThat(mailboxes().subscriptions())
        .contains(name("not/there"))
        .doesNotContain(name("Trash"));
    assertThat(names()).contains("Trash").doesNotContain("not/there");
  }

  @Test
  default void statusCountsMessages() throws Exception {
    Status empty = mailboxes().status(MailboxName.INBOX);
    assertThat(empty.messages() + empty.unseen() + empty.deleted() + empty.size()).isZero();
    append(MailboxName.INBOX, MessageFlags.NONE);
    append(MailboxName.INBOX, MessageFlags.of(1 + 8, ""));
    append(MailboxName.INBOX, MessageFlags.of(8 + 16, ""));
    Status status = mailboxes().status(MailboxName.INBOX);
    assertThat(status.messages()).isEqualTo(3);
    assertThat(status.unseen()).isEqualTo(2);
    assertThat(status.deleted()).isEqualTo(2);
    assertThat(status.size()).isEqualTo(3 * SIZE);
    assertThat(status.uidNext()).isEqualTo(4);
    assertThat(status.highestModseq()).isGreaterThan(empty.highestModseq());
    assertRefused(Reason.NONEXISTENT, () -> mailboxes().status(name("none")));
    assertRefused(Reason.NONEXISTENT, () -> mailboxes().select(name("none")));
  }

  @Test
  default void messagesAreAppendedTogetherOrNotAtAll() throws Exception {
    allow(0, 3);
    Appended two = append(MailboxName.INBOX, MessageFlags.NONE, MessageFlags.NONE);
    assertThat(two.uids()).containsExactly(1L, 2L);
    assertThat(two.uidValidity()).isEqualTo(mailboxes().status(MailboxName.INBOX).uidValidity());
    assertRefused(
        Reason.OVERQUOTA, () -> append(MailboxName.INBOX, MessageFlags.NONE, MessageFlags.NONE));
    allow(3 * SIZE - 1, 0);
    assertRefused(Reason.OVERQUOTA, () -> append(MailboxName.INBOX, MessageFlags.NONE));
    allow(3 * SIZE, 3);
    assertThat(append(MailboxName.INBOX, MessageFlags.NONE).uids()).containsExactly(3L);
    assertThat(mailboxes().quota()).isEqualTo(new UserMailboxes.Quota(3 * SIZE, 3 * SIZE, 3, 3));
    assertRefused(Reason.NONEXISTENT, () -> append(name("none"), MessageFlags.NONE));
  }

  @Test
  default void aMessageHasAtMostFiftyKeywords() throws Exception {
    append(MailboxName.INBOX, keywords(50));
    assertRefused(Reason.LIMIT, () -> append(MailboxName.INBOX, keywords(51)));
    assertThat(mailboxes().status(MailboxName.INBOX).messages()).isEqualTo(1);
  }

  /** So many keywords. */
  static MessageFlags keywords(int count) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add("k" + i);
    }
    return new MessageFlags(0, Set.copyOf(all));
  }

  private Appended append(MailboxName name, MessageFlags... flags) throws Exception {
    return append(mailboxes(), name, flags);
  }

  /** Appends {@link #TEXT} once for each of the flags. */
  static Appended append(UserMailboxes mailboxes, MailboxName name, MessageFlags... flags)
      throws IOException, MailboxException {
    List<NewMessage> messages = new ArrayList<>();
    try (NewMessage.Content content =
        mailboxes.take(new ByteArrayInputStream(TEXT.getBytes(US_ASCII)))) {
      for (MessageFlags some : flags) {
        messages.add(new NewMessage(some, Optional.empty(), content));
      }
      return mailboxes.append(name, messages);
    }
  }

  private List<String> names() throws MailboxException {
    return mailboxes().list().stream().map(entry -> entry.name().text()).toList();
  }

  private static MailboxName name(String text) {
    return MailboxName.of(text);
  }

  /** It fails for this reason. */
  static void assertRefused(Reason reason, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            MailboxException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
