package org.mailroom.it.deployed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.mailroom.it.peer.DnsStub;

/**
 * The hub as the tests of this package meet it: deployed once, by the first of them. Its settings
 * are in this module's {@code pom.xml}.
 */
@ArquillianTest
@RunAsClient
abstract class DeployedHub {

  static final int SMTP_PORT = Integer.getInteger("mailroom.it.smtp");
  static final int HTTP_PORT = Integer.getInteger("mailroom.it.http");
  static final int NEXT_HOP_PORT = Integer.getInteger("mailroom.it.remote-smtp");
  static final Path DATA = Path.of(System.getProperty("mailroom.it.data"));
  static final DnsStub DNS = startDns();

  private static final String NAME = "mailroom";
  private static boolean deployed;

  @ArquillianResource private Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static EnterpriseArchive mailroom() {
    File ear = new File(System.getProperty("mailroom.it.ear"));
    return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, ear);
  }

  @BeforeEach
  void deployOnce() {
    if (!deployed) {
      deployer.deploy(NAME);
      deployed = true;
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
