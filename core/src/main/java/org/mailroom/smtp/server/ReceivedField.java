package org.mailroom.smtp.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.transport.TlsTraits;

/**
 * The trace field that this hub puts in front of a content (RFC 5321, 4.4; RFC 3848; RFC 6531,
 * 3.7.3; RFC 8314, 4.3).
 *
 * @param helo what the client called itself
 * @param peer its address
 * @param hostname this hub
 * @param protocol the keyword behind {@code with}
 * @param tls what protects the connection, if anything
 * @param id names the mail
 * @param recipient the only recipient; empty when there are several, who must not see each other
 * @param time when the content began
 */
record ReceivedField(
    String helo,
    Peer peer,
    String hostname,
    String protocol,
    Optional<TlsTraits> tls,
    QueueId id,
    Optional<String> recipient,
    ZonedDateTime time) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

  /** The field, folded, with its last CRLF. */
  byte[] octets() {
    StringBuilder text =
        new StringBuilder(256)
            .append("Received: from ")
            .append(helo)
            .append(" (")
            .append(literal(peer.client()))
            .append(")\r\n\tby ")
            .append(hostname)
            .append(" with ")
            .append(protocol);
    tls.ifPresent(traits -> text.append(" (").append(traits.version()).append(')'));
    text.append("\r\n\tid ").append(id);
    recipient.ifPresent(address -> text.append("\r\n\tfor <").append(address).append('>'));
    tls.ifPresent(traits -> text.append("\r\n\ttls ").append(traits.cipher()));
    text.append(";\r\n\t");
    DATE.formatTo(time, text);
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    if (!(address instanceof Inet6Address)) {
      return "[" + text + "]";
    }
    int zone = text.indexOf('%');
    return "[IPv6:" + (zone < 0 ? text : text.substring(0, zone)) + "]";
  }
}
