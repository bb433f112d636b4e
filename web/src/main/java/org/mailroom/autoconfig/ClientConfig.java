package org.mailroom.autoconfig;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Settings;

/**
 * How user agents reach this hub, in the form that Thunderbird and others read
 * (https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat).
 *
 * @param domain of the user
 * @param host of the hub
 */
record ClientConfig(Domain domain, Domain host, Settings.Ports ports) {

  private static final String TLS = "SSL";
  private static final String STARTTLS = "STARTTLS";

  private record Server(String element, String type, int port, String socket) {}

  /** Where mail is read, then where it is sent; the best way of each first. */
  private List<Server> servers() {
    return List.of(
        new Server("incomingServer", "imap", ports.imaps(), TLS),
        new Server("incomingServer", "imap", ports.imap(), STARTTLS),
        new Server("incomingServer", "pop3", ports.pop3s(), TLS),
        new Server("incomingServer", "pop3", ports.pop3(), STARTTLS),
        new Server("outgoingServer", "smtp", ports.submissions(), TLS),
        new Server("outgoingServer", "smtp", ports.submission(), STARTTLS));
  }

  void write(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("clientConfig");
    xml.writeAttribute("version", "1.1");
    xml.writeStartElement("emailProvider");
    xml.writeAttribute("id", host.text());
    element(xml, "domain", domain.text());
    element(xml, "displayName", domain.text());
    element(xml, "displayShortName", domain.text());
    for (Server server : servers()) {
      if (server.port() > 0) {
        write(xml, server);
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void write(XMLStreamWriter xml, Server server) throws XMLStreamException {
    xml.writeStartElement(server.element());
    xml.writeAttribute("type", server.type());
    element(xml, "hostname", host.text());
    element(xml, "port", Integer.toString(server.port()));
    element(xml, "socketType", server.socket());
    element(xml, "username", "%EMAILADDRESS%");
    element(xml, "authentication", "password-cleartext");
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
