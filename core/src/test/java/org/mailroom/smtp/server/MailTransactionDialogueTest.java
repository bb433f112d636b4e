package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails from MAIL to the end of data. */
class MailTransactionDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1, 7})
  void aMailIsTakenWithATraceFieldInFront(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: EHLO client.test
            S: 250-hub.test
            S: 250-PIPELINING
            S: 250-SIZE 37748736
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-ENHANCEDSTATUSCODES
            S: 250-DSN
            S: 250-CHUNKING
            S: 250 LIMITS RCPTMAX=1000 MAILMAX=1000
            C: MAIL FROM:<ann@corp.test> SIZE=30
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@far.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: Subject: Hi
            C:
            C: ..dot
            C: .
            S: 250 2.0.0 Ok: queued as *
            C: QUIT
            S: 221 2.0.0 Bye
            """);

    assertThat(hub.taken()).hasSize(1);
    InMemoryReception.Taken mail = hub.taken().getFirst();
    assertThat(mail.contentOfClient()).isEqualTo("Subject: Hi\r\n\r\n.dot\r\n");
    assertThat(mail.text())
        .startsWith(
            "Received: from client.test ([127.0.0.1])\r\n"
                + "\tby hub.test with ESMTP\r\n"
                + ("\tid " + mail.id() + "\r\n")
                + "\tfor <bob@far.test>;\r\n"
                + "\tSun, 23 Nov 2025 05:21:05 +0800\r\n");
  }
}
