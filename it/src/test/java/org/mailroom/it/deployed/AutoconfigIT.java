package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** A user agent asks how to reach the hub, before anybody has logged in. */
class AutoconfigIT extends DeployedHub {

  private static final String IMAPS = System.getProperty("mailroom.it.imaps");

  @RegisterExtension final Added directory = new Added();

  @Test
  void whoHasAnAddressHereIsToldWhereToReadAndSend() throws Exception {
    directory.domain("autoconfig.test");
    for (String path : new String[] {"mail", ".well-known/autoconfig/mail"}) {
      assertThat(ask(path + "/config-v1.1.xml?emailaddress=ann@autoconfig.test").success().out())
          .contains("<domain>autoconfig.test</domain>", "<port>" + IMAPS + "</port>");
    }
    assertThat(ask("mail/config-v1.1.xml").success().out()).contains("<clientConfig");
    assertThat(ask("mail/config-v1.1.xml?emailaddress=ann@elsewhere.test").exitCode())
        .as("not found")
        .isEqualTo(22);
    assertThat(ask("mail/config-v1.1.xml?emailaddress=%22%3Cx%3E").exitCode()).isEqualTo(22);
  }

  private static Result ask(String path) throws IOException {
    return Program.ofDebian("curl", "curl")
        .with("--silent", "--show-error", "--fail", "http://127.0.0.1:" + HTTP_PORT + "/" + path)
        .run();
  }
}
