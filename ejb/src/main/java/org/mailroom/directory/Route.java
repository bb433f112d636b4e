package org.mailroom.directory;

import java.util.Optional;
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.TlsDemand;

/**
 * An explicit way of mail.
 *
 * @param name unique; the key of its next hop and the group of its parts
 * @param domains pattern of recipient domains such as {@code corp.test} or {@code *.corp.test};
 *     empty for all
 * @param senders pattern of reverse-paths such as {@code ann@corp.test} or {@code *@corp.test};
 *     empty for all, the null one too
 * @param host where it goes
 * @param protocol how it is spoken to there
 * @param schedule of retries, as MAILROOM_RETRY has it; empty for the hub's
 */
public record Route(
    String name,
    int order,
    Optional<String> domains,
    Optional<String> senders,
    HostPort host,
    Protocol protocol,
    TlsDemand tls,
    Optional<Credentials> credentials,
    Optional<String> schedule) {

  /** What the next hop speaks. */
  public enum Protocol {
    SMTP,
    /** RFC 2033: another store. */
    LMTP
  }
}
