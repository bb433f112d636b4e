package org.mailroom.smtp.adapter;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.util.Locale;
import org.mailroom.listener.ListenerProperties;
import org.mailroom.smtp.server.Reception;
import org.mailroom.smtp.server.SmtpService;

/**
 * What a message-driven bean says of the SMTP listener it wants: beside the properties of every
 * listener, {@code service}, which is {@code relay}, {@code submission} or {@code submissions}.
 */
@Activation(messageListeners = Reception.class)
public class SmtpActivation extends ListenerProperties implements ActivationSpec {

  private ResourceAdapter resourceAdapter;
  private String service = "relay";

  /** A relay at the usual port. */
  public SmtpActivation() {
    super("smtp", "2525");
  }

  @Override
  public void validate() throws InvalidPropertyException {
    try {
      smtpService();
      address();
      grace();
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException("The SMTP listener " + getListenerName(), e);
    }
  }

  /** What the listener is for. */
  SmtpService smtpService() {
    return SmtpService.valueOf(service.toUpperCase(Locale.ROOT));
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.resourceAdapter = adapter;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }
}
