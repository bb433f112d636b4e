package org.mailroom.it.deployed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.DnsStub;

/**
 * The hub as the tests of this package meet it: the EAR as {@code bin/mailroom prepare} puts it
 * into a server's folder, in a server that Arquillian starts before the first class and stops after
 * the last. Its settings are in this module's {@code pom.xml}.
 */
@ExtendWith(DeployedDatabase.class)
@ArquillianTest
@Tag("deployed")
@RunAsClient
abstract class DeployedHub {

  static final int SMTP_PORT = Integer.getInteger("mailroom.it.smtp");
  static final int HTTP_PORT = Integer.getInteger("mailroom.it.http");
  static final int NEXT_HOP_PORT = Integer.getInteger("mailroom.it.remote-smtp");
  static final Path DATA = Path.of(System.getProperty("mailroom.it.data"));
  static final DnsStub DNS = startDns();

  private static final Duration START = Duration.ofMinutes(3);
  private static boolean open;

  @BeforeEach
  void awaitTheOpenPort() {
    if (!open) {
      await("the hub's SMTP port").atMost(START).until(DeployedHub::greets);
      open = true;
    }
  }

  private static boolean greets() {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
      smtp.ehlo();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static DnsStub startDns() {
    try {
      return new DnsStub(Integer.getInteger("mailroom.it.dns"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
