package org.mailroom.it.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;

class ScriptedNextHopTest {

  private static final byte[] CONTENT =
      "Subject: x\r\n\r\n.\r\n..two\r\nend\r\n".getBytes(US_ASCII);

  private final ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", 0);

  @AfterEach
  void close() {
    hop.close();
  }

  @Test
  void keepsTheEnvelopeAndTheExactOctets() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      smtp.transaction("a@x.test", CONTENT, "b@y.test", "c@y.test");
    }
    RelayedMail mail = hop.awaitMail();
    assertThat(mail.mail()).isEqualTo("FROM:<a@x.test>");
    assertThat(mail.rcpts()).containsExactly("TO:<b@y.test>", "TO:<c@y.test>");
    assertThat(mail.content()).isEqualTo(CONTENT);
    assertThat(mail.contentAsSent()).startsWith('\r', '\n');
    assertThat(hop.violations()).isEmpty();
  }

  @Test
  void countsConnectionsAndMailsOnEach() throws IOException {
    try (RawSmtp one = RawSmtp.connect(hop.port()).ehlo();
        RawSmtp two = RawSmtp.connect(hop.port()).ehlo()) {
      one.transaction("a@x.test", CONTENT, "b@y.test");
      one.transaction("a@x.test", CONTENT, "b@y.test");
      two.transaction("a@x.test", CONTENT, "b@y.test");
    }
    assertThat(hop.connections()).isEqualTo(2);
    assertThat(hop.awaitMails(3)).extracting(RelayedMail::connection).containsExactly(1, 1, 2);
  }

  @Test
  void refusesOneRecipientAsOftenAsTheScriptSays() throws IOException {
    hop.script().at(Stage.RCPT, "<busy@", Action.reply("450 4.2.1 busy"), 1);
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      smtp.command("MAIL FROM:<a@x.test>", "250");
      smtp.command("RCPT TO:<busy@y.test>", "450 4.2.1 busy");
      smtp.command("RCPT TO:<idle@y.test>", "250");
      smtp.command("RCPT TO:<busy@y.test>", "250");
    }
  }

  @Test
  void dropsAndComesLateAsTheScriptSays() throws IOException {
    hop.script()
        .at(Stage.NOOP, Action.late(Duration.ofMillis(20), "250 at last"))
        .at(Stage.DATA, Action.drop());
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      smtp.command("NOOP", "250 at last");
      smtp.command("MAIL FROM:<a@x.test>", "250");
      smtp.command("RCPT TO:<b@y.test>", "250");
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> smtp.command("DATA"));
    }
  }

  @Test
  void answersWhenTheTestSaysSo() throws IOException {
    CountDownLatch signal = new CountDownLatch(1);
    hop.script().once(Stage.NOOP, Action.after(signal, "250 at last"));
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      smtp.send("NOOP\r\n".getBytes(US_ASCII));
      hop.awaitCommands("NOOP", 1);
      signal.countDown();
      smtp.expect("250 at last");
    }
  }

  @Test
  void takesNoMailThatItRefusedAtTheDot() throws IOException {
    hop.script().once(Stage.DOT, Action.reply("554 5.7.1 spam"));
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      assertThat(smtp.transaction("a@x.test", CONTENT, "b@y.test")).startsWith("554 5.7.1 spam");
      smtp.transaction("a@x.test", CONTENT, "c@y.test");
    }
    assertThat(hop.mails()).hasSize(1);
  }

  @Test
  void writesDownBareLineEnds() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      smtp.command("MAIL FROM:<a@x.test>", "250");
      smtp.command("RCPT TO:<b@y.test>", "250");
      smtp.command("DATA", "354");
      smtp.send("one\ntwo\rthree\r\n.\r\n").expect("250");
    }
    assertThat(hop.violations())
        .containsExactly("connection 1: a bare LF", "connection 1: a bare CR");
    assertThat(hop.awaitMail().text()).isEqualTo("one\ntwo\rthree\r\n");
  }

  @Test
  void sendsGarbageAndRepliesWithoutEnd() throws IOException {
    hop.script()
        .once(Stage.NOOP, Action.garbage("\0\r\n"))
        .once(Stage.EHLO, Action.endless("250-more"));
    try (RawSmtp smtp = RawSmtp.connect(hop.port())) {
      assertThat(smtp.command("NOOP")).isEqualTo("\0");
      smtp.sendLines("EHLO client.test");
      assertThat(smtp.octets(100_000)).containsSubsequence("250-more\r\n".getBytes(US_ASCII));
    }
  }

  @Test
  void aMailIsNotTakenByAHopThatDropsAtTheDotAndIsByOneThatDropsBehindIt() throws IOException {
    hop.script()
        .at(Stage.DOT, "<one@", Action.drop(), 1)
        .at(Stage.DOT, "<two@", Action.replyAndDrop("250 2.0.0 taken"), 1);
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> smtp.transaction("a@x.test", CONTENT, "one@y.test"));
    }
    try (RawSmtp smtp = RawSmtp.connect(hop.port()).ehlo()) {
      assertThat(smtp.transaction("a@x.test", CONTENT, "two@y.test")).startsWith("250");
      assertThat(smtp.isClosedByHub()).isTrue();
    }
    assertThat(hop.mails()).singleElement().matches(mail -> mail.isFor("two@y.test"));
  }
}
