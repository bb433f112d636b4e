package org.mailroom.mailbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mailbox.MailboxName;

class MaildirNamesTest {

  private static final DovecotKeywords KEYWORDS =
      DovecotKeywords.parse("0 $Junk\n1 work\n25 last\n26 beyond\nx y\n3\n4 no{keyword\n");

  @ParameterizedTest
  @CsvSource({
    "'1795947072.M1P2.host:2,S', \\Seen, 1795947072",
    "'1795947072.M1P2.host,S=12,W=13:2,DFRST', \\Seen \\Answered \\Flagged \\Deleted \\Draft, 1795947072",
    "'1.x:2,PSabz', \\Seen $Forwarded $Junk last work, 1",
    "'1.x:2,cdXY', '', 1",
    "'1.x;2,S', \\Seen, 1",
    "'1.x!2,S', \\Seen, 1",
    "'1.x:1,S', '', 1",
    "1795947072.host, '', 1795947072",
    "'msg:2,F', \\Flagged,",
    "999999999999.x, '',",
    "'', '',"
  })
  void aFileNameHasFlagsAndTime(String name, String flags, Long seconds) {
    MaildirFileName read = MaildirFileName.parse(name, KEYWORDS);
    assertThat(read.flags().text()).isEqualTo(flags);
    assertThat(read.time()).isEqualTo(Optional.ofNullable(seconds).map(Instant::ofEpochSecond));
  }

  @ParameterizedTest
  @CsvSource({
    "cur/1.x, INBOX, Old",
    "new/1.x, INBOX, Old",
    "./cur/1.x, INBOX, Old",
    ".Sent/cur/1.x, Sent, Old/Sent",
    ".Work.Plans/cur/1.x, Work/Plans, Old/Work/Plans",
    "Work/Plans/new/1.x, Work/Plans, Old/Work/Plans",
    "'.&U,BTFw-.&-/cur/1.x', 台北/&, Old/台北/&",
    ".R&D/cur/1.x, R&D, Old/R&D",
    ".台北/cur/1.x, 台北, Old/台北",
    ".a*b%c/cur/1.x, a_b_c, Old/a_b_c",
    "..a..b./cur/1.x, a/b, Old/a/b",
    "INBOX/cur/1.x, INBOX, Old/INBOX"
  })
  void aPathHasTheMailbox(String path, String beside, String below) {
    MaildirPath read = MaildirPath.parse(path).orElseThrow();
    assertThat(read.isMessage()).isTrue();
    assertThat(read.file()).isEqualTo("1.x");
    assertThat(read.mailbox(MailboxName.INBOX)).hasToString(beside);
    assertThat(read.mailbox(MailboxName.of("Old"))).hasToString(below);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "1.x",
        "tmp/1.x",
        "cur/",
        "cur/.hidden",
        "../cur/1.x",
        "a/../../cur/1",
        "dovecot.index",
        "cur/sub/1.x",
        ".Sent/maildirfolder",
        "subscriptions"
      })
  void whatIsNoMessageIsPassedOver(String path) {
    assertThat(MaildirPath.parse(path)).isEmpty();
  }

  @Test
  void theKeywordsOfAFolderAreBesideItsMessages() {
    MaildirPath read = MaildirPath.parse(".Work/dovecot-keywords").orElseThrow();
    assertThat(read.isMessage()).isFalse();
    assertThat(read.levels()).containsExactly("Work");
  }

  @Test
  void aFolderThatIsTooDeepIsNoMailbox() {
    MaildirPath read = MaildirPath.parse(".a".repeat(40) + "/cur/1").orElseThrow();
    assertThatThrownBy(() -> read.mailbox(MailboxName.INBOX))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
