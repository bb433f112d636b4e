package org.mailroom.autoconfig;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.mailroom.directory.Directory;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Settings;

/**
 * {@code GET /mail/config-v1.1.xml?emailaddress=ADDRESS}, as {@code autoconfig.DOMAIN} is asked,
 * and the same below {@code /.well-known/autoconfig}. Without an address it tells of the hub's own
 * first domain; of a domain that is not local it knows nothing (404).
 */
@WebServlet({"/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml"})
public class AutoconfigServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Settings settings;
  @Inject private transient Directory directory;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Domain> domain = domain(request.getParameter("emailaddress"));
    if (domain.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/xml;charset=UTF-8");
    try {
      new ClientConfig(domain.get(), settings.hostname(), settings.ports())
          .write(response.getOutputStream());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private Optional<Domain> domain(String address) {
    if (address == null) {
      return Optional.of(settings.domain());
    }
    try {
      return Optional.of(Address.parse(address).domain()).filter(this::isLocal);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isLocal(Domain domain) {
    return directory.snapshot().isLocal(domain);
  }
}
