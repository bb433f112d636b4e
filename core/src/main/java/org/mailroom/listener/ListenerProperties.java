package org.mailroom.listener;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.mailroom.mail.IpLiteral;
import org.mailroom.settings.Durations;

/**
 * What a message-driven bean says of the listener it wants. A bean property each, as JCA has it.
 *
 * <ul>
 *   <li>{@code listenerName}: in logs and in the status
 *   <li>{@code bindAddress}: an IP address
 *   <li>{@code port}: 1 to 65535, 0 for no listener
 *   <li>{@code stopGrace}: how long a stop waits for busy sessions, such as {@code 60s}
 * </ul>
 */
public abstract class ListenerProperties {

  private String listenerName;
  private String bindAddress = "127.0.0.1";
  private String port;
  private String stopGrace = "60s";

  /** With the defaults for what a bean doesn't say. */
  protected ListenerProperties(String listenerName, String port) {
    this.listenerName = listenerName;
    this.port = port;
  }

  /**
   * Where to listen; port 0 for nowhere.
   *
   * @throws IllegalArgumentException when a property is wrong
   */
  public final InetSocketAddress address() {
    InetAddress host = IpLiteral.parse(bindAddress);
    int number = Integer.parseInt(port);
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("A port is 0 to 65535");
    }
    return new InetSocketAddress(host, number);
  }

  /**
   * How long a stop waits for busy sessions.
   *
   * @throws IllegalArgumentException when the property is wrong
   */
  public final Duration grace() {
    return Durations.parse(stopGrace);
  }

  public final String getListenerName() {
    return listenerName;
  }

  public final void setListenerName(String listenerName) {
    this.listenerName = listenerName;
  }

  public final String getBindAddress() {
    return bindAddress;
  }

  public final void setBindAddress(String bindAddress) {
    this.bindAddress = bindAddress;
  }

  public final String getPort() {
    return port;
  }

  public final void setPort(String port) {
    this.port = port;
  }

  public final String getStopGrace() {
    return stopGrace;
  }

  public final void setStopGrace(String stopGrace) {
    this.stopGrace = stopGrace;
  }
}
