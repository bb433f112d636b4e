package org.mailroom.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailroom.archive.ArchiveException.Reason;
import org.mailroom.audit.AuditEntry;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.store.MailQuota;
import org.mailroom.store.MessageToAppend;

class MailboxArchivesTest extends MailboxArchivesSetup {

  private static final String HEAD = "{\"format\":\"mailroom-archive\",\"version\":1}";
  private static final String END = "mailroom-archive-end.json";
  private static final String INBOX = "mailboxes/INBOX/mailbox.json";

  @Test
  void everythingComesBackInItsOrder() throws Exception {
    List<MessageToAppend> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add(message("message " + i, DATE.minusSeconds(i)));
    }
    messages.append(ANN.id(), MailboxName.INBOX, many, MailQuota.NONE);
    mailboxes.create(ANN.id(), MailboxName.of("Work/Plans"), Optional.empty());
    append(ANN, "Work/Plans", "x".repeat(900_000), DATE);
    append(ANN, "Work/Plans", "", DATE);
    mailboxes.subscribe(ANN.id(), MailboxName.of("Work/Plans"), true);
    byte[] archive = backup(ANN);
    assertThat(restore(BOB, archive)).isEqualTo(new ArchiveTally(252, 0, 0, 0, 8));
    assertThat(seen(BOB)).isEqualTo(seen(ANN)).hasSize(252);
    assertThat(mailboxes.subscriptions(BOB.id())).contains("Work/Plans");
    assertThat(restore(BOB, archive)).isEqualTo(new ArchiveTally(0, 252, 0, 0, 8));
    assertThat(restore(ANN, archive)).isEqualTo(new ArchiveTally(0, 252, 0, 0, 8));
    AuditEntry entry = audit.list(Long.MAX_VALUE, 9).get(3);
    assertThat(entry.action()).isEqualTo("back up mailboxes");
    assertThat(entry.outcome()).isEqualTo("252 messages in 8 mailboxes");
    assertThat(entry.affected()).isEqualTo(252);
    assertThat(entry.reason()).isEqualTo("why");
  }

  @Test
  void aUseThatAnotherMailboxHasIsThatOnes() throws Exception {
    String sent = "{\"name\":\"Gesendet\",\"special_use\":\"\\\\Sent\"}";
    restore(BOB, zip("mailroom-archive.json", HEAD, "mailboxes/x/mailbox.json", sent, END, "{}"));
    assertThat(mailboxes.find(BOB.id(), MailboxName.of("Gesendet")).specialUse()).isEmpty();
    assertThat(mailboxes.find(BOB.id(), MailboxName.of("Sent")).specialUse())
        .contains(SpecialUse.SENT);
  }

  @Test
  void messagesAreTheSameByDateAndOctetsAndNothingElse() throws Exception {
    append(BOB, "INBOX", "one", DATE);
    append(ANN, "INBOX", "one", DATE);
    append(ANN, "INBOX", "two", DATE);
    append(ANN, "INBOX", "one", DATE.plusSeconds(1));
    append(ANN, "INBOX", "two", DATE);
    assertThat(restore(BOB, backup(ANN))).isEqualTo(new ArchiveTally(2, 2, 0, 0, 6));
    assertThat(seen(BOB)).hasSize(3);
  }

  @Test
  void anArchiveThatIsCutAnywhereCanBeRestoredOnceMore() throws Exception {
    for (int i = 0; i < 5; i++) {
      append(ANN, "INBOX", "message " + i, DATE.plusSeconds(i));
    }
    byte[] archive = backup(ANN);
    int end = new String(archive, ISO_8859_1).indexOf(END);
    long before = 0;
    for (int length = 0; length < end; length += end / 20) {
      ArchiveException cut = refused(BOB, Arrays.copyOf(archive, length));
      assertThat(cut.reason()).isEqualTo(Reason.BROKEN);
      assertThat(cut.tally().known()).isLessThanOrEqualTo(before);
      before += cut.tally().added();
    }
    assertThat(restore(BOB, archive).added()).isEqualTo(5 - before);
    assertThat(seen(BOB)).isEqualTo(seen(ANN));
  }

  @Test
  void aMessageThatWasChangedIsRefused() throws Exception {
    String index =
        "{\"messages\":[{\"file\":\"1.eml\",\"date\":\"" + DATE + "\",\"sha256\":\"00\"}]}";
    assertThat(
            refused(
                    BOB,
                    zip(
                        "mailroom-archive.json",
                        HEAD,
                        INBOX,
                        "{\"name\":\"INBOX\"}",
                        "mailboxes/INBOX/messages-1.json",
                        index,
                        "mailboxes/INBOX/1.eml",
                        "x"))
                .getMessage())
        .isEqualTo(
            "A message is not what the archive says: it was changed (0 added, 0 there already, in 1 mailboxes)");
  }

  @Test
  void whatNobodyKnowsIsIgnored() throws Exception {
    assertThat(
            restore(
                BOB,
                zip(
                    "mailroom-archive.json",
                    HEAD,
                    "../../../etc/evil",
                    "x",
                    "/etc/evil",
                    "x",
                    INBOX,
                    "{\"name\":\"INBOX\",\"more\":1}",
                    "mailboxes/INBOX/9.eml",
                    "of which nothing is said",
                    "mailboxes/../INBOX/messages-1.json",
                    "{}",
                    END,
                    "{}")))
        .isEqualTo(new ArchiveTally(0, 0, 0, 4, 1));
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    for (byte[] nonsense :
        List.of(
            new byte[0],
            "no zip".getBytes(UTF_8),
            zip(),
            zip("cur/1", "x"),
            zip("mailroom-archive.json", "{"),
            zip("mailroom-archive.json", "[".repeat(100_000)),
            zip("mailroom-archive.json", "{\"a\":".repeat(100_000)),
            zip("mailroom-archive.json", "{\"format\":\"mailroom-archive\",\"version\":2}"),
            zip("mailroom-archive.json", HEAD),
            zip("mailroom-archive.json", HEAD, INBOX, "{\"name\":\"a*\"}"),
            zip("mailroom-archive.json", HEAD, INBOX, "{\"name\":\"" + "a/".repeat(99) + "a\"}"),
            zip("mailroom-archive.json", HEAD, INBOX, "{}"),
            indexed("[1]"),
            indexed("{}"),
            indexed("[{\"file\":\"1.eml\"}]"),
            indexed("[{\"file\":\"1.eml\",\"date\":\"x\"}]"),
            indexed("[{\"file\":\"1.eml\",\"date\":\"" + DATE + "\",\"flags\":[1]}]"),
            indexed("[{\"file\":\"1.eml\",\"date\":\"" + DATE + "\",\"flags\":\"x\"}]"),
            indexed("[{\"file\":\"1.eml\",\"date\":\"" + DATE + "\",\"flags\":[\"a b\"]}]"),
            indexed("[" + "{},".repeat(20_000) + "{}]"),
            indexed("[" + " ".repeat(5 << 20) + "]"))) {
      assertThat(refused(BOB, nonsense).reason()).isEqualTo(Reason.BROKEN);
    }
    assertThat(seen(BOB)).isEmpty();
  }

  private static byte[] indexed(String messages) throws IOException {
    return zip(
        "mailroom-archive.json",
        HEAD,
        INBOX,
        "{\"name\":\"INBOX\"}",
        "mailboxes/INBOX/messages-1.json",
        "{\"messages\":" + messages + "}",
        END,
        "{}");
  }

  @Test
  void aFullAccountHasWhatFits() throws Exception {
    for (int i = 0; i < 5; i++) {
      append(ANN, "INBOX", "message " + i, DATE.plusSeconds(i));
    }
    ArchivedAccount full = account(BOB.id(), "bob@corp.test", new MailQuota(0, 3));
    ArchiveException refusal = refused(full, backup(ANN));
    assertThat(refusal.reason()).isEqualTo(Reason.OVERQUOTA);
    assertThat(refusal.tally().added()).isEqualTo(3);
    assertThat(seen(BOB)).hasSize(3);
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).outcome())
        .startsWith("broke off: 3 added, 0 there already");
  }

  @Test
  void aMessageThatIsTooLargeIsLeftOut() throws Exception {
    String mbox =
        "From a Sun Nov 29 10:11:12 2026\n\n"
            + "x".repeat((int) LARGEST)
            + "\n\n"
            + "From a Sun Nov 29 10:11:12 2026\n\nsmall\n";
    assertThat(mbox("Old/Mail", mbox.getBytes(UTF_8))).isEqualTo(new ArchiveTally(1, 0, 1, 0, 1));
    assertThat(seen(BOB))
        .singleElement()
        .asString()
        .contains("Old/Mail")
        .contains("2026-11-29T10:11:12Z");
  }

  @Test
  void linesOfAnMboxEndWithCrlf() throws Exception {
    String mbox = "From a Sun Nov 29 10:11:12 2026\nStatus: RO\n\na\n>From b\rc";
    mbox("INBOX", mbox.getBytes(UTF_8));
    assertThat(seen(BOB))
        .singleElement()
        .asString()
        .endsWith("\\Seen Status: RO\r\n\r\na\r\nFrom b\r\nc\r\n");
    assertThat(mbox("INBOX", mbox.getBytes(UTF_8)).known()).isEqualTo(1);
    assertThat(mbox("Empty", new byte[0])).isEqualTo(new ArchiveTally(0, 0, 0, 0, 0));
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> mbox("INBOX", "Subject: x\n".getBytes(UTF_8)));
  }

  @Test
  void aMaildirIsReadWhereItsFoldersAre() throws Exception {
    byte[] maildir =
        zip(
            "cur/1.a:2,S", "one\n",
            ".Work.&U,BTFw-/dovecot-keywords", "0 urgent\n",
            ".Work.&U,BTFw-/new/2.b:2,a", "two\n",
            "tmp/3.c", "three",
            "maildirsize", "x");
    assertThat(maildir("INBOX", maildir)).isEqualTo(new ArchiveTally(2, 0, 0, 2, 2));
    assertThat(seen(BOB))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("Work/台北 ") && line.endsWith("urgent two\r\n"));
    assertThat(maildir("Old", maildir)).isEqualTo(new ArchiveTally(2, 0, 0, 2, 2));
    assertThat(mailboxes.find(BOB.id(), MailboxName.of("Old/Work/台北"))).isNotNull();
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> maildir("INBOX", zip(".a".repeat(50) + "/cur/1", "x")));
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> maildir("INBOX", Arrays.copyOf(maildir, maildir.length - 1)));
  }

  @Test
  void aBackupThatBreaksOffIsNoZip() throws Exception {
    byte[] octets = new byte[500_000];
    new Random(1).nextBytes(octets);
    append(ANN, "INBOX", new String(octets, ISO_8859_1), DATE);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] some, int offset, int length) {
            if (size() > 100_000) {
              throw new UncheckedIOException(new IOException("full"));
            }
            super.write(some, offset, length);
          }
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> archives.backUp(ANN, "1", "it", "why").writeTo(out));
    assertThat(audit.list(Long.MAX_VALUE, 1).get(0).outcome()).isEqualTo("broke off");
  }
}
