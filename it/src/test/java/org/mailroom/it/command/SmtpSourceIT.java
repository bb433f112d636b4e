package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Postfix's generator on the one side, Postfix's sink on the other: all arrive, none twice. */
class SmtpSourceIT {

  private static final int MAILS = 2000;
  private static final int SINK = HubPorts.SMTP_SOURCE + 5;

  @Test
  void everyMailOfManySessionsArrivesOnce() throws IOException {
    try (Sink sink = new Sink(SINK);
        Hub hub = new Hub("smtp-source", HubPorts.SMTP_SOURCE).relayingTo(SINK).start()) {
      // -N numbers the recipients, -d keeps the connections.
      Program.ofDebian("smtp-source", "postfix")
          .with("-d", "-N", "-s", "20", "-m", Integer.toString(MAILS), "-l", "4096")
          .with("-f", "ann@corp.test", "-t", "bob@files.test", "127.0.0.1:" + hub.smtpPort())
          .run()
          .success();
      List<String> recipients = sink.awaitRecipients(MAILS);
      hub.awaitEmptyQueue();
      assertThat(recipients).hasSize(MAILS).doesNotHaveDuplicates();
    }
  }
}
