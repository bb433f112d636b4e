package org.mailroom.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.mailroom.mail.Domain;

/** What this machine calls itself. */
final class MachineName {

  private MachineName() {}

  /** The host name, or {@code localhost} when the machine has none that can be a domain. */
  static Domain get() {
    try {
      return Domain.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException | IllegalArgumentException e) {
      return Domain.of("localhost");
    }
  }
}
