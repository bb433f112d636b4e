package org.mailroom.settings;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;

/**
 * A host and a TCP or UDP port.
 *
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]+)](?::(\\d{1,5}))?");
  private static final Pattern PLAIN = Pattern.compile("([^\\[\\]:]+)(?::(\\d{1,5}))?");

  /** Refuses what is neither a name nor an address, and ports out of range. */
  public HostPort {
    Objects.requireNonNull(host, "a host is needed");
    if (!IpLiteral.isAddress(host)) {
      Domain.of(host);
    }
    if (port < 1 || port > 65535) {
      throw ValueReason.PORT.refused();
    }
  }

  /**
   * Reads {@code [host]:port} or {@code host:port}; the port may be missing. An IPv6 address stands
   * in brackets.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static HostPort parse(String text, int defaultPort) {
    Matcher matcher = BRACKETED.matcher(text);
    if (!matcher.matches()) {
      matcher = PLAIN.matcher(text);
      if (!matcher.matches()) {
        throw ValueReason.HOST_PORT_FORM.refused();
      }
    }
    String port = matcher.group(2);
    return new HostPort(matcher.group(1), port == null ? defaultPort : Integer.parseInt(port));
  }

  @Override
  public String toString() {
    return "[" + host + "]:" + port;
  }
}
