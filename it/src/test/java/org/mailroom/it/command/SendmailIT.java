package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;

/** The classic command, as cron and applications call it: through pipes, with its exit codes. */
class SendmailIT {

  private static final int NEXT_HOP = HubPorts.SENDMAIL + 5;

  private static Hub hub;
  private static ScriptedNextHop nextHop;

  @BeforeAll
  static void startHub() throws IOException {
    nextHop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
    hub = new Hub("sendmail", HubPorts.SENDMAIL).relayingTo(NEXT_HOP);
    Result early = shell("echo Hello | $SENDMAIL bob@files.test");
    assertThat(early.exitCode()).as("EX_TEMPFAIL while the hub is down").isEqualTo(75);
    assertThat(early.problems()).singleElement().asString().contains("takes no mail at");
    hub.start();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    nextHop.close();
  }

  @Test
  void theHeaderNamesTheRecipientsAndBccIsSeenByNobody() throws IOException {
    shell(
            """
            $SENDMAIL -t -oi -f ann@corp.test -F 'Ann Smith' <<'MAIL'
            To: Bob <bob@files.test>
            Cc: kim@files.test
            Bcc: eve@files.test,
             joe@files.test
            Subject: accounts

            First line
            .
            .. and dots
            MAIL
            """)
        .success();
    RelayedMail mail = nextHop.awaitMailFor("eve@files.test");
    assertThat(mail.mail()).startsWith("FROM:<ann@corp.test>");
    assertThat(mail.rcpts()).hasSize(4);
    assertThat(mail.text())
        .doesNotContain("Bcc", "eve@", "joe@")
        .contains("From: \"Ann Smith\" <ann@corp.test>\r\n", "\r\nMessage-ID: <", "\r\nDate: ")
        .endsWith("Subject: accounts\r\n\r\nFirst line\r\n.\r\n.. and dots\r\n");
  }

  @Test
  void aDotAloneEndsTheMessageWithoutTheOption() throws IOException {
    shell("printf 'Subject: short\\n\\nseen\\n.\\nnever seen\\n' | $SENDMAIL dot@files.test")
        .success();
    assertThat(nextHop.awaitMailFor("dot@files.test").text())
        .endsWith("\r\n\r\nseen\r\n")
        .contains("From: " + System.getProperty("user.name") + "@sendmail.test");
  }

  @Test
  void textOfAnyLanguageAndLineEndIsDeclared() throws IOException {
    shell("printf 'Subject: x\\r\\n\\r\\nGr\\303\\274ezi\\r\\n' | $SENDMAIL -i 8bit@files.test")
        .success();
    RelayedMail mail = nextHop.awaitMailFor("8bit@files.test");
    assertThat(mail.mail()).contains(" BODY=8BITMIME").doesNotContain("SMTPUTF8");
    assertThat(mail.text()).endsWith("\r\n\r\nGr\u00C3\u00BCezi\r\n");

    shell("echo 你好 | $SENDMAIL -i 王@files.test").success();
    assertThat(nextHop.awaitMailFor("王@files.test").mail()).contains(" SMTPUTF8");
  }

  @Test
  void theWishesOfTheSenderGoAlong() throws IOException {
    shell("echo x | $SENDMAIL -i -f '<>' -N never -R hdrs -V job+1 wishes@files.test").success();
    RelayedMail mail = nextHop.awaitMailFor("wishes@files.test");
    assertThat(mail.mail()).startsWith("FROM:<>").contains(" RET=HDRS", " ENVID=job+2B1");
    assertThat(mail.rcpts()).containsExactly("TO:<wishes@files.test> NOTIFY=NEVER");
  }

  @Test
  void aLinkOfTheNameSendmailIsTheCommand() throws IOException {
    Path link = Path.of("target/sendmail").toAbsolutePath();
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Program.inProject("bin/mailroom"));
    shell("echo linked | " + link + " -oem -odi linked@files.test").success();
    assertThat(nextHop.awaitMailFor("linked@files.test").text()).endsWith("\r\n\r\nlinked\r\n");
  }

  @Test
  void whatCannotBeDoneHasTheClassicExitCode() throws IOException {
    assertThat(shell("$SENDMAIL -bs </dev/null").exitCode()).as("EX_USAGE").isEqualTo(64);
    assertThat(shell("$SENDMAIL </dev/null").exitCode()).as("nobody named").isEqualTo(64);
    assertThat(shell("$SENDMAIL -t </dev/null").exitCode()).as("EX_DATAERR").isEqualTo(65);
    assertThat(shell("$SENDMAIL 'a b@x.test' </dev/null").exitCode()).isEqualTo(65);
    assertThat(shell("MAILROOM_EXPIRY=soon $SENDMAIL bob@x.test </dev/null").exitCode())
        .as("EX_CONFIG")
        .isEqualTo(78);
    Result nul = shell("printf 'Subject: x\\n\\n\\0\\n' | $SENDMAIL -i nul@files.test");
    assertThat(nul.exitCode()).as("EX_DATAERR").isEqualTo(65);
    assertThat(nul.problems()).singleElement().asString().contains("nul@files.test", "5.6.0");
  }

  private static Result shell(String script) throws IOException {
    return hub.shell("SENDMAIL='" + Program.inProject("bin/mailroom") + " sendmail'\n" + script)
        .run();
  }
}
