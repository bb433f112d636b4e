package org.mailroom.autoconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Settings;

class ClientConfigTest {

  @Test
  void theBestWaysComeFirstAndListenersThatAreOffAreNotTold() throws XMLStreamException {
    Settings.Ports ports = new Settings.Ports(25, 587, 465, 0, 995, 143, 993, 80, 443, 9990);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ClientConfig(Domain.of("corp.test"), Domain.of("mail.corp.test"), ports).write(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<domain>corp.test</domain>")
        .containsSubsequence(
            "<incomingServer type=\"imap\"><hostname>mail.corp.test</hostname><port>993</port>",
            "<socketType>SSL</socketType>",
            "<port>143</port><socketType>STARTTLS</socketType>",
            "<incomingServer type=\"pop3\"><hostname>mail.corp.test</hostname><port>995</port>",
            "<outgoingServer type=\"smtp\"><hostname>mail.corp.test</hostname><port>465</port>",
            "<port>587</port><socketType>STARTTLS</socketType>")
        .doesNotContain("<port>0</port>", "<port>25</port>");
  }
}
