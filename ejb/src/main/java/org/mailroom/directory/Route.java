package org.mailroom.directory;

import java.util.Comparator;
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
    Optional<String> schedule)
    implements DirectoryEntry {

  /** The order in which routes are asked: those for senders first. */
  public static final Comparator<Route> ASKED =
      Comparator.comparing((Route route) -> route.senders().isEmpty())
          .thenComparingInt(Route::order)
          .thenComparing(Route::name);

  /** Refuses a name that could not stand in a list, a path or a command. */
  public Route {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw DirectoryReason.ROUTE_NAME.refused();
    }
  }

  @Override
  public String key() {
    return name;
  }

  @Override
  public String title() {
    return name;
  }

  /** What the next hop speaks. */
  public enum Protocol {
    SMTP,
    /** RFC 2033: another store. */
    LMTP
  }
}
