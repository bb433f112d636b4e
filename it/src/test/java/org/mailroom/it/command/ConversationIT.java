package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.peer.DnsStub;

/**
 * Ann and Bob write to each other. Ann's user agent hands her mail to the hub of company A, which
 * hands it to that of company B; Bob reads it there, and replies.
 */
class ConversationIT {

  private static final int SMTP = HubPorts.CONVERSATION;
  private static final int SUBMISSION = SMTP + 1;
  private static final int IMAP = SMTP + 2;
  private static final int POP3 = SMTP + 3;
  private static final String HUB_A = "127.0.3.5";
  private static final String HUB_B = "127.0.3.6";
  private static final String PASSWORD = "a secret of both";

  @TempDir private Path folder;

  @Test
  void annAndBobWriteToEachOther() throws IOException {
    try (DnsStub dns =
            new DnsStub(0)
                .mx("a.test", 10, "mx.a.test")
                .address("mx.a.test", HUB_A)
                .mx("b.test", 10, "mx.b.test")
                .address("mx.b.test", HUB_B);
        Hub hubA = hub("company-a", "a.test", HUB_A, SMTP + 4, dns).start();
        Hub hubB = hub("company-b", "b.test", HUB_B, SMTP + 6, dns).start()) {
      account(hubA, "ann@a.test");
      account(hubB, "bob@b.test");
      Result result =
          Program.ofDebian("python3", "python3")
              .with("src/test/python/conversation.py", HUB_A, HUB_B)
              .with(Integer.toString(SUBMISSION), Integer.toString(IMAP), Integer.toString(POP3))
              .with(PASSWORD)
              .run()
              .success();
      assertThat(result.out()).isEqualTo("done\n");
    }
  }

  private static Hub hub(String name, String domain, String address, int otherPorts, DnsStub dns)
      throws IOException {
    return new Hub(name, SMTP)
        .with("HTTP_PORT", Integer.toString(otherPorts))
        .with("MANAGEMENT_PORT", Integer.toString(otherPorts + 1))
        .with("SUBMISSION_PORT", Integer.toString(SUBMISSION))
        .with("IMAP_PORT", Integer.toString(IMAP))
        .with("POP3_PORT", Integer.toString(POP3))
        .with("BIND", address)
        .with("DOMAIN", domain)
        .with("DNS", "127.0.0.1:" + dns.port())
        .with("REMOTE_SMTP_PORT", Integer.toString(SMTP));
  }

  private void account(Hub hub, String address) throws IOException {
    Path people = folder.resolve(address + ".csv");
    Files.writeString(people, "address,password\n" + address + "," + PASSWORD + "\n");
    hub.run("account", "import", people.toString()).success();
  }
}
