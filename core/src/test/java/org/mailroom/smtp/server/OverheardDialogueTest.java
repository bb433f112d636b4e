package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.session.FedInPieces;
import org.mailroom.smtp.CommandLine;

/** Whoever listens hears commands and replies, and nothing that is somebody's own. */
class OverheardDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @FedInPieces
  void commandsAndRepliesAreHeardAndTheContentIsNot(int piece) {
    hub.hear(listening(true));
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: HELO client.test
            S: 250 hub.test
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<nobody@hub.test>
            S: 550 5.1.1 No such user
            C: RCPT TO:<bob@hub.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: Subject: a secret
            C: .
            S: 250 2.0.0 Ok: queued as *
            C: My secret
            S: 500 5.5.1 Command not recognized
            C: QUIT
            S: 221 2.0.0 Bye
            """);

    assertThat(heard)
        .startsWith(
            "NOTE connected",
            "SERVER 220 hub.test ESMTP Mailroom",
            "CLIENT HELO client.test",
            "SERVER 250 hub.test",
            "CLIENT MAIL FROM:<ann@corp.test>",
            "SERVER 250 2.1.0 Ok",
            "CLIENT RCPT TO:<nobody@hub.test>",
            "SERVER 550 5.1.1 No such user")
        .endsWith("CLIENT QUIT", "SERVER 221 2.0.0 Bye", "NOTE closed")
        .contains("CLIENT DATA")
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void nothingIsSaidWhileNobodyListens() {
    hub.hear(listening(false));
    Dialogue.with(hub).playGreeted("C: QUIT\nS: 221 2.0.0 Bye\n");
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH PLAIN AGFubgBzM2NyZXQ=, AUTH PLAIN ***",
    "AUTH SCRAM-SHA-256, AUTH SCRAM-SHA-256",
    "mail from:<a@b.test> SIZE=7, MAIL from:<a@b.test> SIZE=7",
    "MAIL my friend a secret, MAIL (not a command of SMTP)",
    "NOOP a secret, NOOP",
    "HELP me with my secret, HELP",
    "a secret, (not a command of SMTP)",
    "BDAT 86 LAST, BDAT 86 LAST",
  })
  void onlyWhatSmtpHasIsShown(String line, String shown) {
    assertThat(SessionVoice.shown(CommandLine.parse(line))).isEqualTo(shown);
  }

  private Overhearing listening(boolean on) {
    return new Overhearing() {
      @Override
      public boolean isOn() {
        return on;
      }

      @Override
      public void line(String session, InetAddress client, Voice voice, String text) {
        heard.add(voice + " " + text);
      }
    };
  }
}
