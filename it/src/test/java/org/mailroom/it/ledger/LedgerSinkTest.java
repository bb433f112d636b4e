package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Report;

/** The load straight into the sink, without a hub between. */
class LedgerSinkTest {

  private final Ledger ledger = new Ledger(LedgerPlan.mixed("sink", 3).upTo(100_000));
  private final int port;
  private final LedgerSink sink;

  LedgerSinkTest() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    sink = new LedgerSink(ledger, "127.0.0.1", port);
  }

  @BeforeEach
  void open() throws IOException {
    sink.up();
  }

  @AfterEach
  void close() throws IOException {
    sink.close();
  }

  @Test
  void everyMailOfALoadArrivesWhole() throws InterruptedException, ExecutionException {
    LedgerLoad load = new LedgerLoad(ledger, port, 300);
    load.run(10);
    assertThat(load.answered()).isEqualTo(300);
    new Invariants(ledger).check();
    // Some mails have none but busy or gone recipients, and are not sent.
    assertThat(ledger.answered(Answer.TAKEN)).hasSizeBetween(250, 300);
    assertThat(ledger.account().delivered()).isEqualTo(ledger.account().owed());
    assertThat(new Waiting(ledger, who -> true).count()).isEqualTo(ledger.account().owed());
  }

  @Test
  void aMailWithAnotherBodyIsNoticed() throws IOException {
    LedgerMail mail = ledger.plan().mail(1);
    String to = "n1-1@d0.ledger.test";
    String text = new String(mail.content(), US_ASCII);
    try (RawSmtp smtp = RawSmtp.connect(port).ehlo()) {
      smtp.transaction(mail.reversePath(), text.getBytes(US_ASCII), to);
      assertThat(ledger.violations()).isEmpty();
      smtp.transaction(mail.reversePath(), (text + "x\r\n").getBytes(US_ASCII), to);
      smtp.transaction(mail.reversePath(), text.getBytes(US_ASCII), "n2-1@d0.ledger.test");
    }
    assertThat(ledger.violations()).hasSize(2);
  }

  @Test
  void aDsnIsReadForItsRecipients() throws IOException {
    String original = new String(ledger.plan().mail(7).content(), US_ASCII).split("\r\n\r\n", 2)[0];
    String dsn =
        """
        Message-ID: <dsn-1@hub.test>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; hub.test

        Final-Recipient: rfc822; n7-1-gone@d0.ledger.test
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: text/rfc822-headers

        %s

        --b--
        """
            .formatted(original.replace("\r\n", "\n"))
            .replace("\n", "\r\n");
    try (RawSmtp smtp = RawSmtp.connect(port).ehlo()) {
      smtp.transaction("", dsn.getBytes(US_ASCII), "ledger@sender.test");
      smtp.transaction("", dsn.replace("n7-", "n8-").getBytes(US_ASCII), "ledger@sender.test");
    }
    assertThat(ledger.reports("n7-1-gone@d0.ledger.test"))
        .isEqualTo(List.of(new Report("failed", "<dsn-1@hub.test>")));
    assertThat(ledger.violations()).singleElement().asString().contains("another mail");
  }

  @Test
  void aLoadKeepsItsRate() throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    new LedgerLoad(ledger, port, 1, 100, 100).run(10);
    assertThat(System.nanoTime() - begun).isGreaterThan(800_000_000L);
  }
}
