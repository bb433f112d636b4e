package org.mailroom.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.mailroom.mail.IpLiteral;

/** Where a request comes from. */
public final class ClientAddress {

  private ClientAddress() {}

  /** The address of the client, without the name of an interface. */
  public static InetAddress of(HttpServletRequest request) {
    return IpLiteral.parse(request.getRemoteAddr().replaceFirst("%.*", ""));
  }
}
