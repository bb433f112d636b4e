package org.mailroom.smtp.adapter;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import org.mailroom.mail.IpLiteral;
import org.mailroom.settings.Durations;
import org.mailroom.smtp.server.Reception;
import org.mailroom.smtp.server.SmtpService;

/**
 * What a message-driven bean says of the listener it wants. A bean property each, as JCA has it.
 *
 * <ul>
 *   <li>{@code listenerName}: in logs and in the status
 *   <li>{@code service}: {@code relay}, {@code submission} or {@code submissions}
 *   <li>{@code bindAddress}: an IP address
 *   <li>{@code port}: 1 to 65535, 0 for no listener
 *   <li>{@code stopGrace}: how long a stop waits for sessions in DATA, such as {@code 60s}
 * </ul>
 */
@Activation(messageListeners = Reception.class)
public class SmtpActivation implements ActivationSpec {

  private ResourceAdapter resourceAdapter;
  private String listenerName = "smtp";
  private String service = "relay";
  private String bindAddress = "127.0.0.1";
  private String port = "2525";
  private String stopGrace = "60s";

  @Override
  public void validate() throws InvalidPropertyException {
    try {
      smtpService();
      address();
      portNumber();
      grace();
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException("The SMTP listener " + listenerName, e);
    }
  }

  /** What the listener is for. */
  SmtpService smtpService() {
    return SmtpService.valueOf(service.toUpperCase(Locale.ROOT));
  }

  /** The address to listen at. */
  InetAddress address() {
    return IpLiteral.parse(bindAddress);
  }

  /** The port to listen at, 0 for none. */
  int portNumber() {
    int number = Integer.parseInt(port);
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("A port is 0 to 65535");
    }
    return number;
  }

  /** How long a stop waits for sessions in DATA. */
  Duration grace() {
    return Durations.parse(stopGrace);
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.resourceAdapter = adapter;
  }

  public String getListenerName() {
    return listenerName;
  }

  public void setListenerName(String listenerName) {
    this.listenerName = listenerName;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public String getBindAddress() {
    return bindAddress;
  }

  public void setBindAddress(String bindAddress) {
    this.bindAddress = bindAddress;
  }

  public String getPort() {
    return port;
  }

  public void setPort(String port) {
    this.port = port;
  }

  public String getStopGrace() {
    return stopGrace;
  }

  public void setStopGrace(String stopGrace) {
    this.stopGrace = stopGrace;
  }
}
