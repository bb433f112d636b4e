package org.mailroom.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;

/** What every {@link MessageData} keeps to. */
public interface MessageDataContract {

  /** The mailboxes of a user without mail; the same in one test. */
  UserMailboxes mailboxes() throws MailboxException;

  @Test
  default void aMessageIsReadFromAnyOffsetAndItsStructureCountsFromItsFirstOctet()
      throws Exception {
    UserMailboxesContract.append(mailboxes(), MailboxName.INBOX, MessageFlags.NONE);
    try (SelectedMailbox inbox = mailboxes().select(MailboxName.INBOX)) {
      inbox.visit(
          NumberSet.of(1),
          Wanted.of(Detail.OCTETS),
          message -> {
            assertThat(message.size()).isEqualTo(UserMailboxesContract.SIZE);
            assertThat(message.structure().message().bodyStart()).isEqualTo(18);
            assertThat(message.structure().message().field("subject")).contains("Lunch");
            assertThat(octets(message.open(18))).isEqualTo("Noon?\r\n");
            assertThat(octets(message.open(25))).isEmpty();
            return true;
          });
    }
  }

  @Test
  default void whatIsKnownOfAMessageIsWhatItsOctetsSay() throws Exception {
    UserMailboxesContract.append(mailboxes(), MailboxName.INBOX, MessageFlags.NONE);
    try (SelectedMailbox inbox = mailboxes().select(MailboxName.INBOX)) {
      Set<String> names = Set.of("subject", "to", "x-priority");
      inbox.visit(
          NumberSet.of(1),
          new Wanted(Set.of(Detail.ENVELOPE, Detail.BODY_STRUCTURE, Detail.SENT), names),
          message -> {
            assertThat(message.fields("subject")).containsExactly("Lunch");
            assertThat(message.fields("to")).isEmpty();
            message
                .header(names)
                .ifPresent(
                    header -> assertThat(header).asString().isEqualTo("Subject: Lunch\r\n\r\n"));
            message
                .envelope()
                .ifPresent(text -> assertThat(text).asString().startsWith("(NIL \"Lunch\" NIL"));
            message
                .bodyStructure()
                .ifPresent(text -> assertThat(text).asString().startsWith("(\"TEXT\" \"PLAIN\""));
            message.sentOn().ifPresent(day -> assertThat(day).isEqualTo(today(message)));
            return true;
          });
    }
  }

  private static LocalDate today(MessageData message) {
    return LocalDate.ofInstant(message.internalDate(), ZoneOffset.UTC);
  }

  /** What a stream has. */
  static String octets(InputStream stream) throws IOException {
    try (InputStream in = stream) {
      return new String(in.readAllBytes(), US_ASCII);
    }
  }
}
